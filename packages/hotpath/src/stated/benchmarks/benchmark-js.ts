import { type Collector, nothing, type OpenCase } from './collector.js';
import { bodyOf, compiled } from './function-text.js';
import { noResult } from './no-result.js';

type Code = string | ((this: unknown, deferred?: unknown) => unknown);

interface CaseOptions {
  readonly name?: string;
  readonly fn?: Code;
  readonly setup?: Code;
  readonly teardown?: Code;
  readonly defer?: boolean;
  readonly onStart?: () => unknown;
}

/** Stands in for benchmark.js 2. */
export function benchmarkJsStandIn(collector: Collector): unknown {
  class Benchmark {
    readonly name: string;
    readonly options: CaseOptions;
    readonly stats = noResult();
    readonly hz = 0;

    constructor(...words: readonly unknown[]) {
      this.options = optionsOf(words);
      this.name = this.options.name ?? 'case';
      if (!isMember) addCase(this);
    }

    on(): this {
      return this;
    }

    run(): this {
      collector.ran();
      return this;
    }
  }
  let isMember = false;
  const addCase = (own: Benchmark): void =>
    collector.add({ name: own.name, open: () => openCase(own, own.options) });
  class Suite {
    readonly #all: readonly Benchmark[];
    readonly name: string | undefined;

    constructor(name?: unknown, all: readonly Benchmark[] = []) {
      this.name = typeof name === 'string' ? name : undefined;
      this.#all = all;
    }

    get length(): number {
      return this.#all.length;
    }

    [Symbol.iterator](): Iterator<Benchmark> {
      return this.#all[Symbol.iterator]();
    }

    add(...words: readonly unknown[]): this {
      isMember = true;
      const own = new Benchmark(...words);
      isMember = false;
      collector.group(this.name ?? null, () => addCase(own));
      (this.#all as Benchmark[]).push(own);
      return this;
    }

    /** Of `fastest` and its like there is none: nothing ran. */
    filter(chosen: unknown): Suite {
      const fits = typeof chosen === 'function' ? (chosen as (one: Benchmark) => unknown) : () => false;
      return new Suite(this.name, this.#all.filter(fits));
    }

    map(wanted: unknown): unknown[] {
      if (typeof wanted === 'function') return this.#all.map(wanted as (one: Benchmark) => unknown);
      return this.#all.map((one) => (one as unknown as Record<PropertyKey, unknown>)[String(wanted)]);
    }

    forEach(action: (one: Benchmark) => void): this {
      this.#all.forEach(action);
      return this;
    }

    on(): this {
      return this;
    }

    off(): this {
      return this;
    }

    run(): this {
      collector.ran();
      return this;
    }
  }
  const members = {
    ...{
      Suite: callable(Suite),
      Deferred: class Deferred {},
      Event: class Event {},
      options: {},
      platform: {},
    },
    ...{ version: '2.1.4', support: {}, formatNumber: String, filter: (all: readonly unknown[]) => [...all] },
  };
  const whole = callable(Object.assign(Benchmark, members));
  return Object.assign(whole, { Benchmark: whole });
}

/** A class that can be called without `new`, as functions of older code can. */
function callable<C extends new (...words: never[]) => object>(own: C): C {
  return new Proxy(own, { apply: (target, _this, words: never[]) => new target(...words) });
}

function optionsOf(words: readonly unknown[]): CaseOptions {
  const name = typeof words[0] === 'string' && words.length > 1 ? { name: words[0] } : {};
  const rest = words.filter((word) => typeof word === 'object' && word !== null) as CaseOptions[];
  const code = words
    .slice('name' in name ? 1 : 0)
    .find((word) => typeof word === 'function' || typeof word === 'string');
  return Object.assign({}, name, code === undefined ? {} : { fn: code as Code }, ...rest) as CaseOptions;
}

/**
 * Benchmark.js joins the texts of `setup`, of the case and of `teardown`, so that they share variables. Where that does not run, such as
 * for variables of the file, it calls them as functions; so does this.
 */
async function openCase(own: unknown, options: CaseOptions): Promise<OpenCase> {
  const { fn = nothing, setup, teardown, defer = false, onStart } = options;
  onStart?.call(own);
  const joins = setup !== undefined || teardown !== undefined || typeof fn === 'string';
  const joined = joins && !defer ? compiled(bodyOf(setup), bodyOf(fn), own) : null;
  if (joined) return { run: joined, close: nothing };
  const call = (code: Code | undefined): unknown => (typeof code === 'function' ? code.call(own) : undefined);
  call(setup);
  const run = fn as (this: unknown, deferred?: unknown) => unknown;
  const plain = (): unknown => run.call(own);
  const deferred = (): Promise<void> =>
    new Promise((resolve) => void run.call(own, { resolve: () => resolve() }));
  return { run: defer ? deferred : plain, close: () => call(teardown) };
}
