import { mean } from './summary.js';

/** Slope of the least-squares line of `ys` over `xs`; 0 where the xs do not differ. */
export function slope(xs: readonly number[], ys: readonly number[]): number {
  const centreX = mean(xs);
  const centreY = mean(ys);
  let squares = 0;
  let products = 0;
  for (const [index, x] of xs.entries()) {
    squares += (x - centreX) ** 2;
    products += (x - centreX) * ((ys[index] as number) - centreY);
  }
  return squares === 0 ? 0 : products / squares;
}
