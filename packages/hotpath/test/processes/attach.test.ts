import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { threadProfiles } from '../../src/cli/programs/thread-profiles.js';
import type { UserError } from '../../src/errors.js';
import { type RunningRecording, recordProcesses } from '../../src/observe/attach/record-processes.js';
import type { ThreadSamples } from '../../src/observe/attach/sample-threads.js';
import { readProfileFile } from '../../src/profiles/formats/read-profile-file.js';
import { functionTable } from '../../src/profiles/tree/function-table.js';
import { hotpathInProcess } from '../support/in-process-built.js';
import { createTargets, isFree, served } from '../support/targets.js';
import { hotpath } from '../support/workspace.js';

const targets = createTargets();
afterAll(() => targets.remove());
const { folder } = targets;

/** Own and called time of the functions of a collapsed file, by whether their stack holds a word. */
function weightOf(file: string, word: RegExp): number {
  const lines = readFileSync(join(folder, file), 'utf8').trim().split('\n');
  const weights = lines.filter((line) => word.test(line)).map((line) => Number(line.split(' ').at(-1)));
  return weights.reduce((sum, weight) => sum + weight, 0);
}

function attach(pid: number | string, ...words: string[]): ReturnType<typeof hotpath> {
  return hotpath(folder, ['attach', String(pid), ...words]);
}

/** What has been recorded so far. */
interface Recorded {
  /** ns in each function and what it called. */
  readonly times: ReadonlyMap<string, number>;
  readonly turns: number;
  readonly notes: readonly UserError[];
}

const enoughNs = 0.05e9;
const isSeen = (times: Recorded['times'], name: string): boolean => (times.get(name) ?? 0) > enoughNs;

/** Records until enough is there, at most for a minute: how soon a busy machine lets a thread run is not known. */
async function recordedUntil(
  recording: Pick<RunningRecording, 'pid' | 'turnMs'> & Partial<RunningRecording>,
  isEnough: (recorded: Recorded) => boolean,
): Promise<Recorded> {
  const over = new AbortController();
  const times = new Map<string, number>();
  const notes: UserError[] = [];
  let turns = 0;
  const take = (samples: readonly ThreadSamples[]): void => {
    turns++;
    for (const { profile } of threadProfiles(samples))
      for (const { called, whole } of functionTable(profile))
        times.set(called.name, (times.get(called.name) ?? 0) + whole);
    if (isEnough({ times, turns, notes })) over.abort();
  };
  await recordProcesses({
    intervalUs: 1000,
    durationMs: 60_000,
    subprocesses: false,
    signal: over.signal,
    take,
    note: (problem) => notes.push(problem),
    started: () => {},
    ...recording,
  });
  return { times, turns, notes };
}

describe('hotpath attach', () => {
  it('says where the time of a running server goes, and leaves it as it was, again and again', async () => {
    // Functions that were inlined before the recording began bear the name of their caller.
    const target = await targets.start('server.mjs', ['--no-turbo-inlining']);
    for (const file of ['first.collapsed', 'second.collapsed']) {
      const { code, out } = await attach(target.pid, '--duration', '2s', '--out', file);
      expect([code, out]).toEqual([0, expect.stringMatching(`^${file}: .* in [\\d,]+ samples`)]);
      const [heavy, light] = [weightOf(file, /tick.*;heavy/), weightOf(file, /tick.*;light/)];
      expect(heavy / (heavy + light)).toBeGreaterThan(0.6);
      expect(heavy / (heavy + light)).toBeLessThan(0.9);
      expect((heavy + light) / weightOf(file, /./)).toBeGreaterThan(0.8);
      expect(readFileSync(join(folder, file), 'utf8')).not.toContain('(idle)');
      expect(await served(target)).toBe('served');
      expect(target.inspectorPort()).toBe(9229);
      expect(await isFree(9229)).toBe(true);
    }
  });

  it('counts idle time with --idle', async () => {
    const target = await targets.start('idle.mjs');
    expect((await attach(target.pid, '--duration', '500ms', '--idle')).code).toBe(0);
    expect(readFileSync(join(folder, 'profile.svg'), 'utf8').includes('data-name="(idle)"')).toBe(true);
  });

  it('records worker threads, those that start and end meanwhile too, and counts no time twice across its turns', async () => {
    const target = await targets.start('threads.mjs');
    let hasEnded = false;
    target.process.stdout?.on('data', (text) => {
      hasEnded ||= String(text).includes('late worker ended');
    });
    const began = performance.now();
    const { times, turns, notes } = await recordedUntil(
      { pid: target.pid, turnMs: 500, started: () => target.process.kill('SIGUSR2') },
      ({ times, turns }) =>
        hasEnded && turns > 3 && ['inMain', 'inWorker', 'inLateWorker'].every((name) => isSeen(times, name)),
    );
    const tookNs = 1e6 * (performance.now() - began);
    expect(notes).toEqual([]);
    expect(turns).toBeGreaterThan(3);
    for (const name of ['inMain', 'inWorker', 'inLateWorker']) {
      expect(times.get(name)).toBeGreaterThan(enoughNs);
      expect(times.get(name)).toBeLessThan(tookNs);
    }
  });

  it('records the Node processes below it with --subprocesses alone, though all would take the same port', async () => {
    const target = await targets.start('parent.mjs', []);
    await attach(target.pid, '--duration', '500ms', '--out', 'alone.collapsed');
    expect(weightOf('alone.collapsed', /inParent/)).toBeGreaterThan(0);
    expect(weightOf('alone.collapsed', /inFirst|inSecond/)).toBe(0);
    const { times, notes } = await recordedUntil(
      { pid: target.pid, turnMs: 500, subprocesses: true },
      ({ times }) => ['inParent', 'inFirst', 'inSecond'].every((name) => isSeen(times, name)),
    );
    expect(notes).toEqual([]);
    for (const name of ['inParent', 'inFirst', 'inSecond']) expect(times.get(name)).toBeGreaterThan(enoughNs);
    expect(await isFree(9229)).toBe(true);
  });

  it('leaves an inspector open that was open before', async () => {
    const target = await targets.start('server.mjs', ['--inspect=127.0.0.1:0']);
    const port = target.inspectorPort() as number;
    expect((await attach(target.pid, '--duration', '500ms', '--out', 'open.cpuprofile')).code).toBe(0);
    expect(await isFree(port)).toBe(false);
    expect(target.inspectorPort()).toBe(port);
    expect((await readProfileFile(join(folder, 'open.cpuprofile'))).samples).toBeGreaterThan(0);
  });

  it('keeps what was recorded until an interrupt, which also ends an unlimited recording', async () => {
    const target = await targets.start('server.mjs');
    for (const [duration, expected, time] of [
      ['1m', 130, 1],
      ['unlimited', 0, 2],
    ] as const) {
      const file = `${duration}.collapsed`;
      const words = ['attach', String(target.pid), '--duration', duration, '--out', file];
      const { code } = await hotpath(folder, words, (child) => {
        target.attached(time, 1000).then(() => child.kill('SIGINT'));
      });
      expect(code).toBe(expected);
      expect(weightOf(file, /tick/)).toBeGreaterThan(0.1e9);
      expect(await isFree(target.inspectorPort() as number)).toBe(true);
    }
    expect(await served(target)).toBe('served');
  });
});

describe('hotpath attach, where a process ends', () => {
  it('keeps the whole recording of a process that exits, and leaves its exit code alone', async () => {
    const target = await targets.start('ends.mjs');
    const recording = attach(target.pid, '--duration', '1m', '--out', 'ends.collapsed');
    await target.attached(1, 1000);
    target.process.kill('SIGUSR2');
    const { code, err } = await recording;
    expect([code, await target.ended()]).toEqual([0, 9]);
    expect(err).toContain(`process ${target.pid} ended while it was recorded`);
    expect(weightOf('ends.collapsed', /lastWork/)).toBeGreaterThan(0.1e9);
  });

  it('says when a process was killed before anything could be kept', async () => {
    const target = await targets.start('ends.mjs');
    const words = ['attach', String(target.pid), '--duration', '1m', '--out', 'killed.collapsed'];
    const ended = await hotpathInProcess(folder, words, {
      onStatus: (text) => {
        if (text.startsWith('recording')) target.process.kill('SIGKILL');
      },
    });
    expect(ended).toMatchObject({
      code: 3,
      err: expect.stringMatching(/ended while it was recorded\n.*nothing was recorded/),
    });
    expect(existsSync(join(folder, 'killed.collapsed'))).toBe(false);
  });
});

describe('hotpath attach, where it cannot', () => {
  it('refuses a process that it cannot attach to with one sentence', async () => {
    const other = spawn('sleep', ['60']);
    const stopped = await targets.start('idle.mjs');
    stopped.process.kill('SIGSTOP');
    const cases = [
      [String(other.pid), 2, /is not Node, it runs \S*\n/],
      ['2147483646', 2, /there is no process 2147483646\n/],
      ['server', 2, /must be a process id/],
      [String(stopped.pid), 3, /is stopped\n +Continue it/],
    ] as const;
    for (const [pid, code, sentence] of cases) {
      const ended = await hotpathInProcess(folder, ['attach', pid]);
      expect([ended.code, ended.out]).toEqual([code, '']);
      expect(ended.err).toMatch(sentence);
      expect(ended.err).not.toContain('    at ');
    }
    expect(other.exitCode).toBe(null);
    other.kill();
    stopped.process.kill('SIGCONT');
    expect(await served(stopped)).toBe('served');
  });

  it('reports a process that does not answer', async () => {
    const before = await targets.start('blocked.mjs');
    const open = await targets.start('blocked.mjs', ['--inspect=127.0.0.1:0']);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const ended = await Promise.all([before, open].map(({ pid }) => attach(pid)));
    expect(ended.map(({ code }) => code)).toEqual([3, 3]);
    for (const [index, { pid }] of [before, open].entries())
      expect(ended[index]?.err).toContain(`process ${pid} does not answer`);
  });

  it('opens no inspector for other machines and takes no port that is in use', async () => {
    const open = await targets.start('idle.mjs', ['--inspect-port=0.0.0.0:0']);
    expect(await attach(open.pid)).toMatchObject({
      code: 3,
      err: expect.stringContaining('to other machines'),
    });
    expect(open.inspectorPort()).toBe(null);
    const busy = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => busy.once('listening', resolve));
    const { port } = busy.address() as { port: number };
    const second = await targets.start('idle.mjs', [`--inspect-port=${port}`]);
    expect(await attach(second.pid)).toMatchObject({
      code: 3,
      err: expect.stringContaining(`port ${port}, at which process`),
    });
    busy.close();
  });

  it('attaches to nothing when its output could not be written', async () => {
    const target = await targets.start('idle.mjs');
    expect((await hotpathInProcess(folder, ['attach', String(target.pid), '--out', 'x.docx'])).code).toBe(2);
    expect((await hotpathInProcess(folder, ['attach', String(target.pid), '--duration', '0'])).code).toBe(2);
    expect(
      (await hotpathInProcess(folder, ['attach', String(target.pid), '--duration', '5 weeks'])).code,
    ).toBe(2);
    expect(target.inspectorPort()).toBe(null);
  });
});
