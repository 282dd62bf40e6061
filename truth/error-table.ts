import { boxTable, percent } from 'hotpath/cli';
import { mean, quantile } from 'hotpath/stats';
import type { Verdict } from './compare.js';

/** Verdicts of one kind of path, under the title of their column. */
export interface Judgement {
  readonly title: string;
  readonly verdicts: readonly Verdict[];
}

/** How errors of rows are distributed, a column for each kind of path. Rows of bytes are left out: they have no time. */
export function errorTable(judgements: readonly Judgement[], width: number): string {
  const columns = judgements
    .map(({ title, verdicts }) => ({ title, verdicts: verdicts.filter(hasTime) }))
    .filter(({ verdicts }) => verdicts.length > 0);
  const rows = measures.map(({ name, of }) => [name, ...columns.map(({ verdicts }) => of(verdicts))]);
  const titles = [
    { title: 'Error of a row', align: 'left' as const },
    ...columns.map(({ title }) => ({ title, align: 'right' as const })),
  ];
  return boxTable(titles, [rows], width);
}

/** The verdict with the largest error in points; null where there is none. */
export function worstOf(verdicts: readonly Verdict[]): Verdict | null {
  const [worst] = [...verdicts].filter(hasTime).sort((a, b) => points(b) - points(a));
  return worst ?? null;
}

interface Measure {
  readonly name: string;
  of(verdicts: readonly Verdict[]): string;
}

const measures: readonly Measure[] = [
  { name: 'paths', of: (all) => `${new Set(all.map(({ path }) => path)).size}` },
  { name: 'rows', of: (all) => `${all.length}` },
  { name: 'root mean square, points', of: (all) => rootMeanSquare(all.map(points)).toFixed(2) },
  { name: 'median, points', of: (all) => quantile(all.map(points), 0.5).toFixed(2) },
  { name: 'worst, points', of: (all) => Math.max(...all.map(points)).toFixed(2) },
  { name: 'root mean square, ns', of: (all) => rootMeanSquare(all.map(errorNs)).toFixed(1) },
  { name: 'worst, ns', of: (all) => Math.max(...all.map(errorNs)).toFixed(1) },
  { name: 'within 1 point or 3%', of: (all) => percent(shareOf(all, ({ within }) => within)) },
  { name: 'intervals that hold', of: (all) => percent(shareOf(all, ({ held }) => held)) },
  { name: 'half interval, points', of: (all) => `${(100 * mean(all.map(({ half }) => half))).toFixed(2)}` },
];

function hasTime({ wholeNs }: Verdict): boolean {
  return Number.isFinite(wholeNs);
}

/** Absolute error, percentage points of the whole. */
function points({ hotpath, truth }: Verdict): number {
  return 100 * Math.abs(hotpath - truth);
}

function errorNs({ hotpath, truth, wholeNs }: Verdict): number {
  return Math.abs(hotpath - truth) * wholeNs;
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(mean(values.map((value) => value ** 2)));
}

function shareOf(verdicts: readonly Verdict[], good: (verdict: Verdict) => boolean): number {
  return verdicts.filter(good).length / verdicts.length;
}
