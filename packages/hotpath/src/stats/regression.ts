import { type Interval, studentT95 } from './student-t.js';
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

/**
 * Slope of `ys` over a quantity that is known by two readings, each with its own errors. If xs have errors, `slope` is too flat; here
 * each reading is the instrument of the other (Durbin, Errors in variables, 1954). NaN where the readings do not vary together.
 */
export function slopeOfReadings(
  one: readonly number[],
  other: readonly number[],
  ys: readonly number[],
): number {
  const together = covariance(one, other);
  if (!(together > 0)) return Number.NaN;
  return (covariance(one, ys) + covariance(other, ys)) / (2 * together);
}

function covariance(xs: readonly number[], ys: readonly number[]): number {
  const [centreX, centreY] = [mean(xs), mean(ys)];
  return mean(xs.map((x, index) => (x - centreX) * ((ys[index] as number) - centreY)));
}

/** The slope with its 95 % interval, for independent errors of equal variance; infinite with fewer than three points. */
export function slopeInterval(xs: readonly number[], ys: readonly number[]): Interval {
  const rise = slope(xs, ys);
  if (xs.length < 3) return { mean: rise, low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  const centreX = mean(xs);
  const centreY = mean(ys);
  let squares = 0;
  let residuals = 0;
  for (const [index, x] of xs.entries()) {
    squares += (x - centreX) ** 2;
    residuals += ((ys[index] as number) - centreY - rise * (x - centreX)) ** 2;
  }
  const degrees = xs.length - 2;
  const half = studentT95(degrees) * Math.sqrt(residuals / degrees / squares);
  return { mean: rise, low: rise - half, high: rise + half };
}
