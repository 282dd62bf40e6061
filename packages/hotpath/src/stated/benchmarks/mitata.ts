import { type CaseHooks, type Collector, noHooks, nothing, type OpenCase } from './collector.js';
import { noResult } from './no-result.js';

type Values = Readonly<Record<string, unknown>>;
type CaseFunction = (state: State) => unknown;

interface State {
  get(name: string): unknown;
}

/** Stands in for mitata 0.1 and 1. */
export function mitataStandIn(collector: Collector): Readonly<Record<string, unknown>> {
  const bench = (...words: readonly unknown[]): Chain => {
    const run = words.at(-1) as CaseFunction;
    const name = words.length > 1 ? String(words[0]) : run.name || 'case';
    const parameters: { name: string; values: readonly unknown[] }[] = [];
    const pending = { done: false };
    const register = (): void => {
      if (pending.done) return;
      pending.done = true;
      for (const values of combinations(parameters))
        collector.add({ name: named(name, values), hooks: hooksOf(run), open: () => openCase(run, values) });
    };
    waiting.push(register);
    return chain(parameters);
  };
  const waiting: (() => void)[] = [];
  const settle = (): void => {
    for (const register of waiting.splice(0)) register();
  };
  const group = (...words: readonly unknown[]): unknown => {
    settle();
    const register = words.at(-1) as () => unknown;
    const name = typeof words[0] === 'string' ? words[0] : ((words[0] as { name?: string }).name ?? null);
    return collector.group(typeof words[0] === 'function' ? null : name, () => finished(register(), settle));
  };
  const drawn = (register: () => unknown): unknown => group(register);
  const run = async (): Promise<object> => {
    settle();
    collector.ran();
    return { context: {}, benchmarks: [], layout: [] };
  };
  return {
    bench,
    baseline: bench,
    group,
    run,
    ...{ summary: drawn, boxplot: drawn, barplot: drawn, lineplot: drawn, compact: drawn },
    do_not_optimize: keep,
    measure: async () => noResult(),
    flags: {},
    B: class B {},
    settle,
  };
}

let kept: unknown;

/** Keeps a value alive, as mitata's own does. */
function keep(value: unknown): void {
  kept = value;
}
void kept;

function finished(result: unknown, action: () => void): unknown {
  if (!(result instanceof Promise)) return action();
  return result.then(action);
}

type Chain = Readonly<Record<string, (...words: readonly unknown[]) => unknown>>;

/** What can be said of a case after it is registered. Of this only parameters matter here. */
function chain(parameters: { name: string; values: readonly unknown[] }[]): Chain {
  const own: Chain = {
    args(...words) {
      const [first, second] = words;
      if (Array.isArray(first)) parameters.push({ name: 'x', values: first });
      else if (typeof first === 'string')
        parameters.push({ name: first, values: second as readonly unknown[] });
      else for (const [name, values] of Object.entries(first as object)) parameters.push({ name, values });
      return own;
    },
    range: (name, start, end, factor = 8) => {
      parameters.push({
        name: String(name),
        values: steps(Number(start), Number(end), (n) => n * Number(factor)),
      });
      return own;
    },
    dense_range: (name, start, end, step = 1) => {
      parameters.push({
        name: String(name),
        values: steps(Number(start), Number(end), (n) => n + Number(step)),
      });
      return own;
    },
  };
  const ignored = ['baseline', 'gc', 'compact', 'highlight', 'name'].map((key) => [key, () => own]);
  return Object.assign(own, Object.fromEntries(ignored));
}

function steps(start: number, end: number, next: (n: number) => number): number[] {
  const values = [];
  for (let n = start; n < end && next(n) > n; n = next(n)) values.push(n);
  return [...values, end];
}

function combinations(parameters: readonly { name: string; values: readonly unknown[] }[]): Values[] {
  return parameters.reduce<Values[]>(
    (all, { name, values }) => all.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  );
}

function named(name: string, values: Values): string {
  const rest = Object.entries(values).filter(([key]) => !name.includes(`$${key}`));
  const filled = Object.entries(values).reduce(
    (text, [key, value]) => text.replaceAll(`$${key}`, String(value)),
    name,
  );
  return rest.length === 0
    ? filled
    : `${filled} (${rest.map(([key, value]) => `${key}: ${value}`).join(', ')})`;
}

/** Parameters that are made for each operation are in what a generator yields: `yield { [0]() { … }, bench(value) { … } }`. */
function hooksOf(run: CaseFunction): CaseHooks {
  const text = Function.prototype.toString.call(run);
  if (!isGenerator(run) || !/\bbench\s*[(:]/.test(text)) return noHooks;
  return { before: true, after: false, isAsync: /\basync\s+bench\b|\bbench\s*:\s*async\b/.test(text) };
}

function isGenerator(run: unknown): boolean {
  return /GeneratorFunction\]$/.test(Object.prototype.toString.call(run));
}

/** A generator makes ready what it yields: a function, or one with parameters that are made anew for each operation. */
async function openCase(run: CaseFunction, values: Values): Promise<OpenCase> {
  if (!isGenerator(run)) return { run: run as () => unknown, close: nothing };
  const generator = run({ get: (name) => values[name] }) as Generator | AsyncGenerator;
  const { value } = await generator.next();
  const close = (): unknown => generator.next();
  if (typeof value === 'function') return { run: value as () => unknown, close };
  const { bench, ...made } = value as { bench: (...values: unknown[]) => unknown } & Record<
    number,
    () => unknown
  >;
  const makers = Object.keys(made).map((key) => made[Number(key)] as () => unknown);
  let parameters: unknown[] = [];
  const before = (): void => {
    parameters = makers.map((make) => make());
  };
  return { run: () => bench(...parameters), before, close };
}
