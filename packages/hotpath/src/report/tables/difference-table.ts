import type { Profile, ProfiledFunction } from '../../model/profiles/profile.js';
import { percent } from '../../model/text/percent.js';
import type { Difference } from '../../profiles/tree/difference.js';
import { functionTable } from '../../profiles/tree/function-table.js';
import { totalsOf } from '../../profiles/tree/walk.js';
import { signedWeight, weightText } from '../text/weight-text.js';
import { boxTable } from './layout/box-table.js';

/** A function's own weight in two profiles. */
export interface FunctionChange {
  readonly called: ProfiledFunction;
  readonly before: number;
  readonly after: number;
  /** Half of the change's 95% interval; counts of samples are Poisson distributed. */
  readonly half: number;
}

/** The functions with weight of their own in either profile, ordered by the size of the change. */
export function functionChanges({ before, after }: Difference): FunctionChange[] {
  const old = new Map(functionTable(before).map(({ called, own }) => [called, own]));
  const now = new Map(functionTable(after).map(({ called, own }) => [called, own]));
  const perSample = { before: weightOfSample(before), after: weightOfSample(after) };
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((called): FunctionChange => {
      const [was, is] = [old.get(called) ?? 0, now.get(called) ?? 0];
      const variance = was * perSample.before + is * perSample.after;
      return { called, before: was, after: is, half: 1.96 * Math.sqrt(variance) };
    })
    .filter(({ before: was, after: is }) => was > 0 || is > 0)
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
}

function weightOfSample(profile: Profile): number {
  return profile.samples > 0 ? (totalsOf(profile)[0] as number) / profile.samples : 0;
}

/** Functions with their own weight before and after, the change and its interval; the last line is the total. */
export function differenceTable(
  changes: readonly FunctionChange[],
  { before, after }: Difference,
  place: (called: ProfiledFunction) => string,
  width: number,
): string {
  const { unit } = after;
  const cells = (title: string, was: number, is: number, half: number | null): string[] => [
    title,
    weightText(was, unit),
    weightText(is, unit),
    signedWeight(is - was, unit),
    half === null ? '' : `±${weightText(half, unit)}`,
    was > 0 ? signed((is - was) / was) : 'new',
  ];
  const [old, now] = [before, after].map((profile) => totalsOf(profile)[0] as number) as [number, number];
  const titles = ['Before', 'After', 'Change', '95% interval'];
  return boxTable(
    [
      { title: 'Function', align: 'left', holds: 'places' },
      ...titles.map((title) => ({ title, align: 'right' as const })),
      { title: '%', align: 'right', optional: true },
    ],
    [
      changes.map(({ called, before: was, after: is, half }) => cells(place(called), was, is, half)),
      [cells('TOTAL', old, now, null)],
    ],
    width,
  );
}

function signed(share: number): string {
  return `${share > 0 ? '+' : ''}${percent(share)}`;
}
