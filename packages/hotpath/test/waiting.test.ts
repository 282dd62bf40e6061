import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { parseProcessors } from '../src/measure/fork/own-processor.js';

const built = new URL('../dist/measure/fork/', import.meta.url);

/** Runs a program that finds the built modules of a fork under `from`; gives what it printed. */
function run(text: string, ...flags: string[]): string {
  const program = `const from = ${JSON.stringify(built.href)};\n${text}`;
  const ended = spawnSync(process.execPath, [...flags, '--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
  expect(ended.stderr).toBe('');
  return ended.stdout;
}

const canConfine = availableParallelism() > 1 && spawnSync('taskset', ['--version']).error === undefined;

describe('a list of processors', () => {
  it('is read in the notation of the kernel', () => {
    expect(parseProcessors('0-3,8')).toEqual([0, 1, 2, 3, 8]);
    expect(parseProcessors('5')).toEqual([5]);
  });
});

describe.runIf(canConfine)('a processor of its own', () => {
  it('is left to the calling thread, and what it starts later may run anywhere', () => {
    const told = run(`
      import { readdirSync, readFileSync } from 'node:fs';
      import { Worker } from 'node:worker_threads';
      const { leaveProcessor, parseProcessors } = await import(from + 'own-processor.js');
      const allowed = (thread) => parseProcessors(
        /^Cpus_allowed_list:\\s*(\\S+)/m.exec(readFileSync('/proc/self/task/' + thread + '/status', 'latin1'))[1],
      );
      const threads = () => readdirSync('/proc/self/task').map(Number);
      const start = () => new Promise((resolve) => {
        const worker = new Worker('setInterval(() => {}, 1e6)', { eval: true });
        worker.once('online', resolve);
      });
      const all = allowed(process.pid);
      await start();
      const before = threads();
      const done = leaveProcessor();
      await start();
      const wrong = threads().filter((thread) => {
        const isConfined = before.includes(thread) && thread !== process.pid;
        return allowed(thread).join() !== (isConfined ? all.slice(0, -1) : all).join();
      });
      console.log(JSON.stringify({ done, before: before.length > 1, wrong }));
      process.exit(0);`);
    expect(JSON.parse(told)).toEqual({ done: true, before: true, wrong: [] });
  });
});

describe('the waking yardstick', () => {
  it('tells what it takes to wake a thread and be woken, without what the thread does in between', () => {
    const told = run(`
      const { createWakingYardstick } = await import(from + 'waking.js');
      const waking = createWakingYardstick();
      const start = process.hrtime.bigint();
      const times = Array.from({ length: 50 }, waking);
      const wholeNs = Number(process.hrtime.bigint() - start) / 50 / 4;
      console.log(JSON.stringify({ wholeNs, mean: times.reduce((sum, ns) => sum + ns, 0) / 50 }));`);
    const { wholeNs, mean } = JSON.parse(told) as { wholeNs: number; mean: number };
    expect(mean).toBeGreaterThan(500);
    expect(wholeNs - mean).toBeGreaterThan(20_000);
  });
});

describe("the clock of a thread's processor time", () => {
  it('is not thrown away by V8 again and again', () => {
    const traced = run(
      `const { createProcessorClock } = await import(from + 'processor-clock.js');
      const clock = createProcessorClock();
      let sum = 0;
      for (let turn = 0; turn < 100_000; turn++) sum += clock?.() ?? 0;
      console.log(sum > 0 || clock === null);`,
      '--trace-deopt',
    );
    expect(traced).toContain('true');
    expect(traced).not.toContain('reason: not a heap number');
  });
});
