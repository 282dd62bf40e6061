import { platform } from '../platform.js';

type Hrtime = typeof process.hrtime;

const turns = 4000;

/*
 * Four independent chains of integer multiplications, some 4 µs. They fill the multiplier and touch no memory (locals
 * only: a variable of the closure would be stored in every turn), so what slows them down is a neighbour on the same
 * physical core, or a lower clock rate. docs/adr/0031 has the experiment behind the choice.
 */
const text = `
  let seed = 1;
  return () => {
    let a = seed, b = 2, c = 3, d = 4;
    const start = hrtime();
    for (let i = 0; i < ${turns}; i++) {
      a = (Math.imul(a, 1664525) + 1013904223) | 0;
      b = (Math.imul(b, 1664525) + 1013904223) | 0;
      c = (Math.imul(c, 1664525) + 1013904223) | 0;
      d = (Math.imul(d, 1664525) + 1013904223) | 0;
    }
    seed = a ^ b ^ c ^ d;
    const end = hrtime();
    return (end[0] - start[0]) * 1e9 + (end[1] - start[1]);
  };`;

/** A fixed piece of arithmetic; each call runs it once and gives its time in ns. Warm when returned. */
export function createYardstick(): () => number {
  const yardstick = (new Function('hrtime', text) as (hrtime: Hrtime) => () => number)(platform.hrtime);
  for (let run = 0; run < 2000; run++) yardstick();
  return yardstick;
}
