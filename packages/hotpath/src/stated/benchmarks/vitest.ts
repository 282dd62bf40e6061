import { PathRefusal } from '../../errors.js';
import { type Collector, type Hook, nothing } from './collector.js';
import { hooksOf, openTask } from './tinybench.js';

interface Suite {
  readonly before: Hook[];
  readonly after: Hook[];
}

type Register = (name: unknown, run?: () => unknown, options?: object) => void;

/** Stands in for what benchmark files use of vitest. Vitest runs \`beforeAll\` and \`afterAll\` for benchmarks, and no \`beforeEach\`. */
export function vitestStandIn(collector: Collector): Readonly<Record<string, unknown>> {
  const suites: Suite[] = [{ before: [], after: [] }];
  const bench: Register = (name, run, options = {}) => {
    const around = [...suites];
    if (!run) return;
    const task = { fn: run, opts: options };
    collector.add({
      name: nameOf(name),
      hooks: hooksOf(task),
      open: () => openIn(around, () => openTask(task, options)),
    });
  };
  const describe = (name: unknown, ...rest: readonly unknown[]): unknown => {
    const register = rest.find((one): one is () => unknown => typeof one === 'function') ?? nothing;
    suites.push({ before: [], after: [] });
    const result = collector.group(nameOf(name), register);
    if (result instanceof Promise) return result.finally(() => suites.pop());
    suites.pop();
    return result;
  };
  const inner = (): Suite => suites.at(-1) as Suite;
  const hooks = {
    beforeAll: (hook: Hook) => void inner().before.push(hook),
    afterAll: (hook: Hook) => void inner().after.unshift(hook),
    beforeEach: nothing,
    afterEach: nothing,
  };
  const suite = withVariants(describe);
  const test = withVariants(nothing);
  const missing = Object.fromEntries(
    ['expect', 'vi', 'vitest', 'assert', 'inject', 'expectTypeOf', 'onTestFinished', 'onTestFailed'].map(
      (name) => [name, notHere(name)],
    ),
  );
  return { bench: withVariants(bench), describe: suite, suite, test, it: test, ...hooks, ...missing };
}

async function openIn(around: readonly Suite[], open: () => ReturnType<typeof openTask>) {
  for (const hook of around.flatMap(({ before }) => before)) await hook();
  const opened = await open();
  const close = async (): Promise<void> => {
    await opened.close();
    for (const hook of [...around].reverse().flatMap(({ after }) => after)) await hook();
  };
  return { ...opened, close };
}

function nameOf(name: unknown): string {
  return typeof name === 'function' ? name.name || '<anonymous>' : String(name);
}

/** \`bench.only\` and its like. What is skipped is not registered; of what is chosen by \`only\`, \`--filter\` decides. */
function withVariants<F extends (...values: never[]) => unknown>(own: F): F {
  const skip = nothing as unknown as F;
  return Object.assign((...values: Parameters<F>) => own(...values), {
    only: own,
    concurrent: own,
    sequential: own,
    shuffle: own,
    skip,
    todo: skip,
    skipIf: (condition: unknown) => (condition ? skip : own),
    runIf: (condition: unknown) => (condition ? own : skip),
    each:
      (rows: readonly unknown[]) =>
      (name: string, run: (...row: unknown[]) => unknown, ...rest: never[]) => {
        for (const row of rows)
          (own as unknown as Register)(
            `${name} ${JSON.stringify(row)}`,
            () => run(...(Array.isArray(row) ? row : [row])),
            ...rest,
          );
      },
  }) as unknown as F;
}

/** A part of vitest that works only in its own runner. */
function notHere(name: string): unknown {
  const refuse = (): never => {
    throw new PathRefusal(
      `the benchmark uses \`${name}\` of vitest, which exists only in its own runner`,
      'Measure the function itself: hotpath run FILE#EXPORT, or --eval.',
    );
  };
  return new Proxy(refuse, { get: refuse, apply: refuse });
}
