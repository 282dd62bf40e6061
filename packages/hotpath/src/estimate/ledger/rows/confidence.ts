import type { Row } from '../../../model/path/row.js';
import { routesDisagree } from '../../../model/report/discord.js';
import { type Estimate, halfWidth } from '../../../model/report/estimate.js';
import type { LedgerRow } from '../../../model/report/ledger.js';
import { percent } from '../../../model/text/percent.js';

/** Half an interval's width at which it counts as narrow or wide: as a share of the row, and of the total. */
const narrow = { ofRow: 0.05, ofTotal: 0.01 };
const wide = { ofRow: 0.2, ofTotal: 0.02 };

/**
 * How far a row can be trusted.
 *
 * | condition | confidence |
 * |---|---|
 * | one replicate, routes that disagree, or a wide interval | low |
 * | one route | medium |
 * | two routes agree, interval neither wide nor narrow | medium |
 * | two routes agree, narrow interval | high |
 *
 * An interval is wide if it is wide against both the row and the total, and narrow if it is narrow against either.
 */
export function judgeRow(
  inclusive: Estimate,
  discord: number | null,
  row: Pick<Row, 'unrepeatable'>,
  total: Estimate,
): Pick<LedgerRow, 'confidence' | 'reason'> {
  const half = halfWidth(inclusive);
  if (!Number.isFinite(half)) return { confidence: 'low', reason: 'one replicate alone has no interval' };
  const ofRow = half / Math.abs(inclusive.mean);
  const ofTotal = half / total.mean;
  const width = `interval ±${percent(ofTotal)} of the total`;
  if (routesDisagree(discord)) return { confidence: 'low', reason: `its routes disagree; ${width}` };
  if (ofRow > wide.ofRow && ofTotal > wide.ofTotal) return { confidence: 'low', reason: width };
  if (discord === null)
    return {
      confidence: 'medium',
      reason: `spans alone: ${row.unrepeatable ?? 'it was not repeated'}; ${width}`,
    };
  const isNarrow = ofRow <= narrow.ofRow || ofTotal <= narrow.ofTotal;
  return { confidence: isNarrow ? 'high' : 'medium', reason: `two routes agree; ${width}` };
}
