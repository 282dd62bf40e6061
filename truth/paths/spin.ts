/**
 * A known amount of work: `turns` dependent steps of an integer loop. Calls that are chained through `seed` cannot overlap
 * in the processor.
 */
export function spin(turns: number, seed: number): number {
  let x = seed;
  for (let i = 0; i < turns; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;
  return x;
}

/**
 * The same work in a function that is too long to inline, so it is equally fast when called from generators, async
 * functions and functions with `try`, which the compiler optimises less. `turns` is a multiple of 40.
 */
export function spinApart(turns: number, seed: number): number {
  let x = seed;
  for (let i = 0; i < turns; i += 40) {
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
    x = (Math.imul(x, 1664525) + 1013904223) | 0;
  }
  return x;
}
