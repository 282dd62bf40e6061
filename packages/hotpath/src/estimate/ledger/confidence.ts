import type { Row } from '../../model/path/row.js';
import type { Estimate, LedgerRow } from '../../model/report/ledger.js';
import { percent } from '../../model/text/percent.js';
import { discordant, type Reconciled } from './reconcile.js';

/**
 * How much a row can be trusted: by whether its routes agree, and by the width of its interval, against the row itself
 * or, for a small row, against the total. One route alone is never better than medium.
 */
export function judgeRow(
  inclusive: Estimate,
  { discord }: Reconciled,
  row: Row,
  total: Estimate,
): Pick<LedgerRow, 'confidence' | 'reason'> {
  const half = (inclusive.high - inclusive.low) / 2;
  if (!Number.isFinite(half)) return { confidence: 'low', reason: 'one replicate alone has no interval' };
  const ofRow = half / Math.abs(inclusive.mean);
  const ofTotal = half / total.mean;
  const width = `interval ±${percent(ofTotal)} of the total`;
  const wide = ofRow > 0.2 && ofTotal > 0.02;
  const narrow = ofRow <= 0.05 || ofTotal <= 0.01;
  if (discord !== null && discord > discordant)
    return { confidence: 'low', reason: `its routes disagree; ${width}` };
  if (wide) return { confidence: 'low', reason: width };
  if (discord === null)
    return {
      confidence: 'medium',
      reason: `spans alone: ${row.unrepeatable ?? 'it was not repeated'}; ${width}`,
    };
  return { confidence: narrow ? 'high' : 'medium', reason: `two routes agree; ${width}` };
}
