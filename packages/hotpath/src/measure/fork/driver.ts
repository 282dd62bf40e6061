import type { ProbeFunctions } from '../../instrument/probe-code.js';

/** Runs a number of operations one after another; gives their wall time in ns. */
export type Driver = (context: unknown, operations: number) => number | Promise<number>;

/**
 * The loop around `run`, compiled from text of its own for each variant: a loop shared by variants would call
 * several functions from one place, and the compiler could inline none of them.
 * Sampled stacks know the loop by its name.
 * The result of `run` is stored, so that its making cannot be optimised away.
 */
export function createDriver(
  id: string,
  run: (context: unknown) => unknown,
  async: boolean,
  timer: ProbeFunctions | null,
): Driver {
  const pair = timer ? 'timer.leave(timer.enter());' : '';
  const text = `/* ${id} */ "use strict";
    let sink;
    const hotpathDriver = ${async ? 'async ' : ''}(context, operations) => {
      const start = hrtime();
      for (let i = 0; i < operations; i++) { ${pair} sink = ${async ? 'await ' : ''}run(context); }
      const end = hrtime();
      return (end[0] - start[0]) * 1e9 + (end[1] - start[1]);
    };
    return hotpathDriver;`;
  const make = new Function('hrtime', 'run', 'timer', text) as (
    hrtime: typeof process.hrtime,
    run: (context: unknown) => unknown,
    timer: ProbeFunctions | null,
  ) => Driver;
  return make(process.hrtime, run, timer);
}
