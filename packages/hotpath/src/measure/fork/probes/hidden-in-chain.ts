import type { HiddenInChain } from '../../../model/measurement/measurement.js';
import { quantile } from '../../../stats/summary.js';
import { createSpanClock } from './span-runtime.js';

/** Turns before the timed stretch and after it, and in it. */
const around = 100;
const timed = 40;

/** Turns of one pass through a loop. */
const atOnce = 10;

/** Batches of each function, calls in a batch, and calls before the first batch. */
const rounds = 40;
const calls = 250;
const warmUp = 8000;

/** Of the batches of a function the time that a quarter stays below: the others are more disturbed. */
const undisturbed = 0.25;

type Pair = Pick<ReturnType<typeof createSpanClock>['pair'], 'enter' | 'leave'>;

/**
 * What a chain of arithmetic does to a pair of clock reads around a part of it. Each turn waits for the one before, so the processor
 * has idle slots, in which it does the clock's work: a chain hides the most that any code can hide. The part's true time is known
 * without a clock, from two chains that differ by it.
 */
export function measureHiddenInChain(): HiddenInChain {
  const empty = createSpanClock('chain empty', 'one-by-one', 1, { current: 0 });
  const span = createSpanClock('chain span', 'one-by-one', 1, { current: 0 });
  const chains = {
    without: createChain('without', [turns(2 * around)], null),
    plain: createChain('plain', [turns(around), turns(timed), turns(around)], null),
    empty: createChain('empty', [turns(around), enter, leave, turns(timed), turns(around)], empty.pair),
    span: createChain('span', [turns(around), enter, turns(timed), leave, turns(around)], span.pair),
  };
  for (const chain of Object.values(chains)) perCall(chain, warmUp);
  const readings = Array.from({ length: rounds }, () => {
    const without = perCall(chains.without, calls);
    const plain = perCall(chains.plain, calls);
    span.take();
    empty.take();
    const probed = perCall(chains.span, calls);
    perCall(chains.empty, calls);
    return { without, plain, probed, span: spanOf(span), empty: spanOf(empty) };
  });
  const typical = (name: keyof (typeof readings)[number]): number =>
    quantile(
      readings.map((reading) => reading[name]),
      undisturbed,
    );
  return {
    hiddenNs: typical('empty') + typical('plain') - typical('without') - typical('span'),
    addedNs: typical('probed') - typical('plain'),
  };
}

const enter = 'pair.enter();';
const leave = 'pair.leave();';

/** A loop whose result is stored: V8 moves plain arithmetic out of the span, to where its result is used. */
function turns(count: number): string {
  const step = 'y = (Math.imul(y, 1664525) + 1013904223) | 0;'.repeat(atOnce);
  return `{ let y = x; for (let turn = 0; turn < ${count}; turn += ${atOnce}) { ${step} } x = y; }`;
}

/** A function with a text, and so with machine code, of its own. */
function createChain(name: string, steps: readonly string[], pair: Pair | null): () => void {
  const text = `/* ${name} */ "use strict"; let x = 1; return () => { ${steps.join(' ')} };`;
  return (new Function('pair', text) as (pair: Pair | null) => () => void)(pair);
}

function perCall(chain: () => void, count: number): number {
  const start = process.hrtime();
  for (let call = 0; call < count; call++) chain();
  const [seconds, ns] = process.hrtime(start);
  return (seconds * 1e9 + ns) / count;
}

function spanOf(clock: ReturnType<typeof createSpanClock>): number {
  const [sum] = clock.take();
  return sum ? sum.sumNs / sum.count : Number.NaN;
}
