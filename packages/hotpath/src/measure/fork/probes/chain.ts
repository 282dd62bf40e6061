import type { ChainReading } from '../../../model/measurement/measurement.js';
import { platform } from '../platform.js';
import { createSpanClock } from './span-runtime.js';

/** Turns before the middle part and after it, and in it. */
const around = 100;
const middle = 40;

/** Turns of one pass through a loop. */
const atOnce = 10;

/** Calls of each function in a reading, some 50 µs, and calls before the first reading. */
const calls = 250;
const warmUp = 8000;

type Pair = Pick<ReturnType<typeof createSpanClock>['pair'], 'enter' | 'leave'>;

/**
 * A function that reads what a pair of clock reads does to a chain of arithmetic, which hides the most of a clock that any code can
 * hide. The true time of the chain's middle part is known without a clock, from two chains that differ by it. Each call takes some
 * 0.3 ms. Warm when returned.
 */
export function createChain(yardstick: () => number): () => ChainReading {
  const empty = createSpanClock('chain empty', 'one-by-one', 1, { current: 0 });
  const span = createSpanClock('chain span', 'one-by-one', 1, { current: 0 });
  const without = compileChain('without', [turns(2 * around)], null);
  const plain = compileChain('plain', [turns(around), turns(middle), turns(around)], null);
  const emptied = compileChain(
    'empty',
    [turns(around), enter, leave, turns(middle), turns(around)],
    empty.pair,
  );
  const probed = compileChain('span', [turns(around), enter, turns(middle), leave, turns(around)], span.pair);
  for (const chain of [without, plain, emptied, probed]) nsPerCall(chain, warmUp);
  return () => {
    const before = yardstick();
    const withoutNs = nsPerCall(without, calls);
    const plainNs = nsPerCall(plain, calls);
    empty.take();
    span.take();
    const probedNs = nsPerCall(probed, calls);
    nsPerCall(emptied, calls);
    const yardstickNs = Math.max(before, yardstick());
    return { yardstickNs, withoutNs, plainNs, probedNs, spanNs: meanSpan(span), emptyNs: meanSpan(empty) };
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
function compileChain(name: string, steps: readonly string[], pair: Pair | null): () => void {
  const text = `/* ${name} */ "use strict"; let x = 1; return () => { ${steps.join(' ')} };`;
  return (new Function('pair', text) as (pair: Pair | null) => () => void)(pair);
}

function nsPerCall(chain: () => void, count: number): number {
  const start = platform.hrtime();
  for (let call = 0; call < count; call++) chain();
  const [seconds, ns] = platform.hrtime(start);
  return (seconds * 1e9 + ns) / count;
}

function meanSpan(clock: ReturnType<typeof createSpanClock>): number {
  const [sum] = clock.take();
  return sum ? sum.sumNs / sum.count : Number.NaN;
}
