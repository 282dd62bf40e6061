/**
 * A known amount of work: `turns` dependent steps of an integer loop. Chained through `seed`, two of them cannot overlap
 * inside the processor.
 */
export function spin(turns: number, seed: number): number {
  let x = seed;
  for (let i = 0; i < turns; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;
  return x;
}

/**
 * The same in a function of its own: too long to be put into its callers, so it is equally quick in generators, async
 * functions and beside `try`, where the compiler does less. `turns` is a multiple of 40.
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
