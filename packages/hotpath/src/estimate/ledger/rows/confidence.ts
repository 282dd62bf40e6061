import { routesDisagree } from '../../../model/report/discord.js';
import { type Estimate, halfWidth } from '../../../model/report/estimate.js';
import type { LedgerRow } from '../../../model/report/ledger.js';
import { percent } from '../../../model/text/percent.js';
import type { ReconciledRow } from './reconcile.js';

/** Half an interval's width at which it counts as narrow or wide: as a share of the row, and of the total. */
const narrow = { ofRow: 0.05, ofTotal: 0.01 };
const wide = { ofRow: 0.2, ofTotal: 0.02 };

/**
 * How far a row can be trusted.
 *
 * | condition | confidence |
 * |---|---|
 * | one replicate, routes that disagree, or a wide interval | low |
 * | no marginal cost, or one that the others contradict | medium |
 * | marginal cost and spans agree, interval neither wide nor narrow | medium |
 * | marginal cost and spans agree, narrow interval | high |
 *
 * An interval is wide if it is wide against both the row and the total, and narrow if it is narrow against either.
 */
export function judgeRow(
  inclusive: Estimate,
  { row, discord, atOdds, evidences }: Pick<ReconciledRow, 'row' | 'discord' | 'atOdds' | 'evidences'>,
  total: Estimate,
): Pick<LedgerRow, 'confidence' | 'reason'> {
  const half = halfWidth(inclusive);
  if (!Number.isFinite(half)) return { confidence: 'low', reason: 'one replicate alone has no interval' };
  const ofRow = half / Math.abs(inclusive.mean);
  const ofTotal = half / total.mean;
  const width = `interval ±${percent(ofTotal)} of the total`;
  if (atOdds === 'spans')
    return { confidence: 'low', reason: `the other routes contradict its spans; ${width}` };
  if (routesDisagree(discord)) return { confidence: 'low', reason: `its routes disagree; ${width}` };
  if (ofRow > wide.ofRow && ofTotal > wide.ofTotal) return { confidence: 'low', reason: width };
  if (evidences.marginal === null)
    return {
      confidence: 'medium',
      reason: `no marginal cost: ${row.unrepeatable ?? 'it was not repeated'}; ${width}`,
    };
  if (atOdds === 'marginal')
    return { confidence: 'medium', reason: `the other routes contradict its marginal cost; ${width}` };
  const isNarrow = ofRow <= narrow.ofRow || ofTotal <= narrow.ofTotal;
  return { confidence: isNarrow ? 'high' : 'medium', reason: `its routes agree; ${width}` };
}
