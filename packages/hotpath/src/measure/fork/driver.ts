import type { ProbeFunctions } from '../../instrument/edits/probe-code.js';
import { driverName } from '../../model/profiles/stack-sample.js';
import { quantile } from '../../stats/summary.js';
import { platform } from './platform.js';

/** Runs some operations one after another and gives their wall time, ns. */
export type Driver = (context: unknown, operations: number) => number | Promise<number>;

/**
 * The loop around `run`, compiled from its own text for each variant: a loop shared by variants would call several functions
 * from one place, and the compiler could inline none of them.
 * Sampled stacks and V8's log identify the loop by its name.
 * The result of `run` is stored, so that the compiler cannot drop what computes it.
 */
export function createDriver(
  id: string,
  run: (context: unknown) => unknown,
  async: boolean,
  timer: { readonly pair: ProbeFunctions; readonly around: boolean } | null,
): Driver {
  const [before, after] = timerCode(timer);
  const text = `/* ${id} */ "use strict";
    let sink;
    const ${driverName} = ${async ? 'async ' : ''}(context, operations) => {
      const start = hrtime();
      for (let i = 0; i < operations; i++) { ${before} sink = ${async ? 'await ' : ''}run(context); ${after} }
      const end = hrtime();
      return (end[0] - start[0]) * 1e9 + (end[1] - start[1]);
    };
    return ${driverName};`;
  const make = new Function('hrtime', 'run', 'timer', text) as (
    hrtime: typeof process.hrtime,
    run: (context: unknown) => unknown,
    timer: ProbeFunctions | null,
  ) => Driver;
  return make(platform.hrtime, run, timer?.pair ?? null);
}

function timerCode(timer: { readonly around: boolean } | null): [before: string, after: string] {
  if (timer === null) return ['', ''];
  return timer.around ? ['timer.enter();', 'timer.leave(0);'] : ['timer.leave(timer.enter());', ''];
}

/** Warm-up of the empty loop, ms, and the number of its batches. */
const warmUpMs = 20;
const medianOf = 65;

/** Cost of the loop itself, ns per operation: the median of some warm batches of a `run` that does nothing. */
export async function driverCost(async: boolean, operations: number): Promise<number> {
  const driver = createDriver('nothing', async ? nothingLater : nothing, async, null);
  for (let spent = 0; spent < 1e6 * warmUpMs; ) spent += Math.max(1, await driver(null, 4096));
  const times: number[] = [];
  for (let batch = 0; batch < medianOf; batch++) times.push((await driver(null, operations)) / operations);
  return quantile(times, 0.5);
}

function nothing(): void {}

async function nothingLater(): Promise<void> {}
