import type { Column } from './columns.js';
import { quantile } from './summary.js';

/** Robust standard deviations from the median at which a value is cut. */
const limit = 2;

/** A normal distribution's standard deviation by its median absolute deviation. */
const normalFactor = 1.4826;

/**
 * Values of which those far from what `reference` lets expect are moved to the limit, 2 robust standard deviations away (Tukey's
 * winsorising; the scale is the median absolute deviation, at least `least`). What is expected is a fixed ratio to `reference`, that
 * of the medians, so values that follow it are kept however much it varies. All in the values' unit; one value per replicate.
 */
export function winsorise(values: Column, reference: Column, least: number): Column {
  const found = median(values) / median(reference);
  // A reference of nothing, or nearly so, explains nothing.
  const ratio = Number.isFinite(found) ? found : 0;
  const rest = values.map((value, index) => value - ratio * (reference[index] as number));
  const centre = median(rest);
  const deviation = median(rest.map((one) => Math.abs(one - centre)));
  const most = limit * Math.max(normalFactor * deviation, least);
  return values.map((value, index) => {
    const off = (rest[index] as number) - centre;
    return Math.abs(off) <= most ? value : value - off + Math.sign(off) * most;
  });
}

function median(values: Column): number {
  return quantile(values, 0.5);
}
