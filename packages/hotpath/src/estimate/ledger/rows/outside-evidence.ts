import type { Column, Columns } from '../../../stats/columns.js';
import type { Measured } from '../../../stats/measured.js';
import { mean } from '../../../stats/summary.js';
import { readsPerPair } from '../../forks/estimate-spans.js';
import { oftenEnough } from '../../forks/fork-estimate.js';
import type { PathNumbers } from '../../forks/path-numbers.js';
import type { RowReadings } from './row-readings.js';

/** With fewer rows, what a pair adds at one of them is not told from what it adds to the path. */
const fewestRows = 3;

/** How far the rest of the path may run faster or slower because one row is probed, as a share of it; one standard deviation. */
const restDoubt = 0.01;

/** The rows whose probe alone makes a variant, and which run often enough. */
export function rowsSeenFromOutside(readings: readonly RowReadings[]): ReadonlySet<RowReadings> {
  const alone = readings.filter(
    ({ row, calls }) =>
      calls >= oftenEnough && readings.filter((other) => other.row.place === row.place).length === 1,
  );
  return new Set(alone.length >= fewestRows ? alone : []);
}

/**
 * A row from outside: what is left of the unprobed whole when that is taken away which the probed variant spends outside the row and
 * its clock. Inside and outside differ by what the variant takes more than the pair adds to the path elsewhere (the median over rows):
 * if the probe made the row slower, the outside is right; if it made the rest slower, the inside is. Null where some replicate does not
 * know what a pair adds elsewhere.
 */
export function outsideEvidence(
  row: RowReadings,
  inside: Measured,
  numbers: Columns<PathNumbers>,
): Measured | null {
  const values = inside.values.map((ns, replicate) => ns - excess(row, numbers, replicate));
  if (!values.every(Number.isFinite)) return null;
  const rest = Math.max(0, mean(numbers.clean) - mean(values));
  return { values, systematic: Math.hypot(inside.systematic, restDoubt * rest) };
}

/** What the row's variant takes more than its pairs add elsewhere, ns per operation. */
function excess({ span, interval }: RowReadings, numbers: Columns<PathNumbers>, replicate: number): number {
  const at = (column: Column): number => column[replicate] as number;
  const colder = at(interval.ns) - at(numbers.interval);
  return at(span.added) - at(span.timedCalls) * (at(numbers.addedByPair) + readsPerPair * colder);
}
