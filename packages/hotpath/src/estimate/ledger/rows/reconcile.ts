import type { Column, Columns } from '../../../stats/columns.js';
import type { Measured } from '../../../stats/measured.js';
import { mean } from '../../../stats/summary.js';
import type { PathNumbers } from '../../forks/path-numbers.js';
import type { SampledRows } from '../../samples/sampled-estimate.js';
import { type Combined, combine, type Evidences } from './combine.js';
import { type HiddenTimer, hiddenTimer } from './hidden-timer.js';
import { outsideEvidence, rowsSeenFromOutside } from './outside-evidence.js';
import { isLeftOut, type RowReadings } from './row-readings.js';
import { spanDoubt, spanEvidence } from './span-evidence.js';

/** The times of all rows, each from its routes together. */
export interface Reconciliation {
  readonly hidden: HiddenTimer;
  /** In the order of the plan's rows. */
  readonly rows: readonly ReconciledRow[];
}

/** A row's inclusive time from its routes together; ns per operation. */
export interface ReconciledRow extends RowReadings, Pick<Combined, 'weights' | 'discord' | 'atOdds'> {
  /** One value per replicate. */
  readonly inclusive: Column;
  /** Standard deviation of the error that all replicates share. */
  readonly systematic: number;
  readonly evidences: Evidences;
}

/**
 * How far a run in a loop may differ from the run in place, as a share, one standard deviation: caches are warm and turns overlap,
 * which makes it cheaper, rarely more expensive.
 */
const marginalDoubt = { cheaper: 0.1, costlier: 0.03 };

/**
 * How far what leaving a row out saves may be from what the row takes, as a share of the row and of the rest of the path, one standard
 * deviation: the copy without it is compiled in another way.
 */
const leftOutDoubt = { ofRow: 0.03, ofRest: 0.005 };

/** What one turn of the loop itself may cost, ns, one standard deviation. */
const turnDoubt = 3;

/**
 * Each row from all its routes. A path that waits has spans alone: its waits differ between batches by more than a row takes, and only
 * spans contain the wait itself.
 */
export function reconcile(
  readings: readonly RowReadings[],
  numbers: Columns<PathNumbers>,
  sampled: SampledRows,
  { waits }: { readonly waits: boolean },
): Reconciliation {
  const marginals = new Map(readings.map((row) => [row, waits ? null : marginalEvidence(row, numbers)]));
  const hidden = hiddenTimer(
    readings.flatMap((row) => twoReadings(row, marginals.get(row) ?? null)),
    numbers,
  );
  const seenFromOutside = rowsSeenFromOutside(waits ? [] : readings);
  return {
    hidden,
    rows: readings.map((row) => {
      const spans = spanEvidence(row, hidden);
      const evidences = {
        spans,
        outside: seenFromOutside.has(row) ? outsideEvidence(row, spans, numbers) : null,
        marginal: marginals.get(row) ?? null,
        // Nothing knows more of a row that never ran than that it took no time.
        sampled: waits || row.calls === 0 ? null : sampled.evidence(row.row, numbers.clean),
      };
      const { values, ...combined } = combine(evidences);
      return { ...row, ...combined, inclusive: values, evidences };
    }),
  };
}

/** The marginal cost; null unless every replicate repeated the row or left it out. */
function marginalEvidence(
  { marginal, corrected, calls }: RowReadings,
  { clean }: Columns<PathNumbers>,
): Measured | null {
  if (!marginal || marginal.perRun.length !== clean.length || calls === 0) return null;
  const ns = mean(marginal.perRun);
  if (isLeftOut(marginal)) {
    const rest = Math.max(0, mean(clean) - ns);
    return {
      values: marginal.perRun,
      systematic: Math.hypot(leftOutDoubt.ofRow * ns, leftOutDoubt.ofRest * rest),
    };
  }
  const doubt = ns > mean(corrected) ? marginalDoubt.costlier : marginalDoubt.cheaper;
  return { values: marginal.perRun, systematic: Math.hypot(doubt * ns, turnDoubt * calls) };
}

function twoReadings(row: RowReadings, marginal: Measured | null): Parameters<typeof hiddenTimer>[0] {
  if (!marginal) return [];
  const { corrected, calls } = row;
  return [
    {
      corrected,
      marginal: marginal.values,
      calls,
      doubt: { marginal: marginal.systematic, span: spanDoubt(row) },
    },
  ];
}
