import type { CaseHooks, Collector, Hook } from './collector.js';
import { noResult } from './no-result.js';

/** A hook of tinybench: gets the task as `this` and the mode. */
type TaskHook = (this: unknown, mode: string) => unknown;

interface TaskOptions {
  readonly beforeAll?: TaskHook;
  readonly beforeEach?: TaskHook;
  readonly afterEach?: TaskHook;
  readonly afterAll?: TaskHook;
}

interface BenchOptions {
  readonly name?: string;
  readonly setup?: (task: unknown, mode: string) => unknown;
  readonly teardown?: (task: unknown, mode: string) => unknown;
}

/** Stands in for tinybench 2 to 6. */
export function tinybenchStandIn(collector: Collector): Readonly<Record<string, unknown>> {
  class Bench extends EventTarget {
    readonly #options: BenchOptions;
    readonly #tasks: object[] = [];
    readonly name: string | undefined;
    readonly opts: BenchOptions;

    constructor(options: BenchOptions = {}) {
      super();
      this.#options = options;
      this.name = options.name;
      this.opts = options;
    }

    get tasks(): object[] {
      return [...this.#tasks];
    }

    get results(): object[] {
      return this.#tasks.map(noResult);
    }

    add(name: string, run: () => unknown, options: TaskOptions = {}): this {
      const task = { name, fn: run, opts: options, result: noResult(), runs: 0 };
      this.#tasks.push(task);
      const bench = this.#options;
      const register = (): void =>
        collector.add({ name: String(name), hooks: hooksOf(task), open: () => openTask(task, bench) });
      collector.group(bench.name ?? null, register);
      return this;
    }

    todo(): this {
      return this;
    }

    remove(name: string): this {
      this.#tasks.splice(
        0,
        this.#tasks.length,
        ...this.#tasks.filter((task) => (task as { name: string }).name !== name),
      );
      return this;
    }

    getTask(name: string): object | undefined {
      return this.#tasks.find((task) => (task as { name: string }).name === name);
    }

    async run(): Promise<object[]> {
      collector.ran();
      return this.tasks;
    }

    runSync(): object[] {
      collector.ran();
      return this.tasks;
    }

    async warmup(): Promise<object[]> {
      return this.tasks;
    }

    reset(): void {}

    table(): object[] {
      return [];
    }
  }
  const now = (): number => performance.now();
  return {
    Bench,
    Task: class Task {},
    hrtimeNow: now,
    performanceNow: now,
    now,
    nToMs: (ns: number) => ns / 1e6,
    mToNs: (ms: number) => ms * 1e6,
    formatNumber: String,
  };
}

interface Task {
  readonly fn: () => unknown;
  readonly opts: TaskOptions;
}

export function hooksOf({ fn, opts: { beforeEach, afterEach } }: Task): CaseHooks {
  return {
    before: beforeEach !== undefined,
    after: afterEach !== undefined,
    isAsync: [fn, beforeEach, afterEach].some((one) => one?.constructor.name === 'AsyncFunction'),
  };
}

/** Calls the hooks as tinybench does for a run. */
export async function openTask(task: Task, { setup, teardown }: BenchOptions) {
  const { beforeAll, beforeEach, afterEach, afterAll } = task.opts;
  const bound = (hook: TaskHook | undefined): Hook | undefined => hook && (() => hook.call(task, 'run'));
  await setup?.(task, 'run');
  await bound(beforeAll)?.();
  return {
    run: task.fn,
    before: bound(beforeEach),
    after: bound(afterEach),
    close: async () => {
      await bound(afterAll)?.();
      await teardown?.(task, 'run');
    },
  };
}
