import { describe, expect, it } from 'vitest';
import type { ForkLog } from '../fork-message.js';
import type { MeasureJob, TraceJob } from '../job.js';
import type { EndedFork, Outcome } from '../run-fork.js';
import { debugText } from './debug-text.js';

const traceJob: TraceJob = {
  task: 'trace',
  spec: '/p/a.hot.ts',
  cache: '/tmp/h/compiled',
  made: '/tmp/made',
  variants: [{ id: 'trace', kind: 'trace', edits: {}, places: [], turns: 0 }],
  operations: 4096,
  budgetMs: 400,
};

const measureJob: MeasureJob = {
  task: 'measure',
  spec: '/p/a.hot.ts',
  cache: '/tmp/h/compiled',
  made: '/tmp/made',
  variants: [{ id: 'base', kind: 'base', edits: {} }],
  seed: 1,
  async: false,
  waits: true,
  keepsAwake: true,
  edges: [],
  warmUpMs: 20,
  warmUpMostMs: 200,
  warmUpGoal: { operations: 3000, least: 10, restNs: 700 },
  measureMs: 40,
  measureMostMs: 80,
  rounds: { fewest: 10, calmBatches: 12, controlBatches: 2 },
  aloneMs: 0,
  batchMs: 0.5,
  calmNs: 4576.2,
  calm: 1.04,
};

const measured = {
  batchOperations: 512,
  variants: [{ id: 'base', batches: [{}, {}, {}] }],
  alone: [],
  ownProcessor: true,
  asleepNs: null,
};

const log: ForkLog = {
  beganMs: 60,
  steps: [
    { name: 'loaded', atMs: 180 },
    { name: 'warmed up', atMs: 880 },
    { name: 'measured', atMs: 1680 },
    { name: 'done', atMs: 1700 },
  ],
  v8Flags: ['--no-opt'],
};

function ended(outcome: Outcome, exit: EndedFork['exit'] = { code: 0, signal: null }): EndedFork {
  return { pid: 4711, flags: ['--log-code'], tookMs: 1750, outcome, exit, stderr: '' };
}

describe('the debug text of a fork', () => {
  it('has the time of each step, what was decided, what was found, all flags and the job file', () => {
    const text = debugText(
      3,
      measureJob,
      ended({ kind: 'result', value: measured, log }),
      '/tmp/h/job-3.json',
    );
    expect(text.split('\n')).toEqual([
      'fork   3  measure  pid 4711     start    60  load   120  warm up   700  measure   800  finish    20  total  1750  exit 0',
      '          warm-up 20 to 200 ms each; goal 3000 operations, at least 10, at rest 700 ns',
      '          variants: 1, 40 to 80 ms each, alone 0 ms; calm limit 4576 ns',
      '          other threads leave the processor of the path; processors kept awake',
      '          3 batches of 512 operations, 0 alone; own processor: yes, kept awake: no',
      '          flags --log-code --no-opt',
      '          job /tmp/h/job-3.json',
      '',
    ]);
  });

  it('leaves out the steps that a fork did not reach, and says where it failed', () => {
    const failedLog = { beganMs: 60, steps: [{ name: 'loaded', atMs: 180 }], v8Flags: [] } as const;
    const outcome = {
      kind: 'failed',
      phase: 'run',
      message: 'Error: no luck',
      hint: null,
      log: failedLog,
    } as const;
    expect(debugText(1, traceJob, ended(outcome), '/tmp/h/job-1.json').split('\n', 1)).toEqual([
      'fork   1  trace    pid 4711     start    60  load   120  warm up     -  measure     -  finish     -  total  1750  failed in run: Error: no luck',
    ]);
  });

  it.each([
    [{ kind: 'ended' }, { code: null, signal: 'SIGABRT' }, 'signal SIGABRT'],
    [{ kind: 'ended' }, { code: 7, signal: null }, 'exit 7'],
    [{ kind: 'silent' }, { code: null, signal: null }, 'silent for too long, killed'],
    [{ kind: 'interrupted' }, { code: null, signal: null }, 'interrupted, killed'],
  ] as const)('says how the fork ended: %o %o', (outcome, exit, end) => {
    const [head] = debugText(1, traceJob, ended(outcome, exit), '/tmp/h/job-1.json').split('\n', 1);
    expect(head?.endsWith(`total  1750  ${end}`)).toBe(true);
  });
});
