/**
 * A known amount of work: `turns` dependent steps of an integer loop. Chained through `seed`, two of them cannot overlap
 * inside the processor.
 */
export function spin(turns: number, seed: number): number {
  let x = seed;
  for (let i = 0; i < turns; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;
  return x;
}
