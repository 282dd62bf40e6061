import type { Report } from 'hotpath/cli';
import type { Truth } from './paths/truth.js';
import type { Shares } from './peers.js';

/** One row of a path: its true share of the whole, and the share that each tool reports. */
export interface Verdict {
  readonly path: string;
  readonly row: string;
  readonly truth: number;
  readonly hotpath: number;
  /** The path without garbage collection, as hotpath reports it, ns. */
  readonly wholeNs: number;
  /** Half of the reported interval, as a share of the whole. */
  readonly half: number;
  /** Whether the truth, with its tolerance `uncounted`, lies in the 95 % interval. */
  readonly held: boolean;
  /** Whether the error is at most one percentage point or 3% of the row. */
  readonly within: boolean;
  readonly cpuProfile: number | null;
  readonly alwaysOn: number | null;
}

/** Work that the truth does not count (loop entries, calls, the throw itself), as a share of a row. */
const uncounted = 0.01;

const points = 0.01;
const ofRow = 0.03;

/** Compares a report with the truth. Garbage collection belongs to no row, so it is left out of the whole. */
export function judge(
  { path, ledger }: Report,
  truth: Truth,
  peers: { readonly cpuProfile: Shares; readonly alwaysOn: Shares } | null,
): Verdict[] {
  const collection = ledger.rows.find((row) => row.kind === 'system')?.mean ?? 0;
  const whole = ledger.total.mean - collection;
  const times = Object.entries(truth.rows).map(([id, work]) => {
    const row = ledger.rows.find((candidate) => candidate.id === id);
    const share = work / truth.whole;
    const { mean, low, high } = row?.inclusive ?? { mean: Number.NaN, low: Number.NaN, high: Number.NaN };
    const found = mean / whole;
    const last = id.split('/').at(-1) ?? id;
    return {
      path: path.name,
      row: id,
      truth: share,
      hotpath: found,
      wholeNs: whole,
      half: (high - low) / 2 / whole,
      held: low / whole <= share * (1 + uncounted) && share * (1 - uncounted) <= high / whole,
      within: Math.abs(found - share) <= Math.max(points, ofRow * share),
      cpuProfile: peers?.cpuProfile.get(last) ?? null,
      alwaysOn: peers?.alwaysOn.get(last) ?? null,
    };
  });
  return truth.bytes ? [...times, ...judgeBytes({ path, ledger }, truth)] : times;
}

/** The rows' shares of the bytes that the path allocates. No other tool reports them. */
function judgeBytes({ path, ledger }: Pick<Report, 'path' | 'ledger'>, truth: Truth): Verdict[] {
  return Object.entries(truth.rows).map(([id, work]) => {
    const share = work / truth.whole;
    const bytes = ledger.rows.find((row) => row.id === id)?.allocatedBytes;
    const found = (bytes?.mean ?? Number.NaN) / ledger.allocatedBytes.mean;
    const within = Math.abs(found - share) <= Math.max(points, ofRow * share);
    const row = `${id}, bytes`;
    return {
      path: path.name,
      row,
      truth: share,
      hotpath: found,
      wholeNs: Number.NaN,
      half: Number.NaN,
      held: within,
      within,
      cpuProfile: null,
      alwaysOn: null,
    };
  });
}
