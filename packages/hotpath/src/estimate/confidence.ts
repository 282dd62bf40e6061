import type { Estimate, LedgerRow, SpanRoute } from '../model/ledger.js';

/**
 * How much a row can be trusted, from one route alone: by the width of its interval, against the row itself
 * or, for a small row, against the total. A row that is shorter than the timer's own interval is never better
 * than medium.
 */
export function judgeRow(spans: SpanRoute, total: Estimate): Pick<LedgerRow, 'confidence' | 'reason'> {
  const half = (spans.corrected.high - spans.corrected.low) / 2;
  const ofRow = half / Math.abs(spans.corrected.mean);
  const ofTotal = half / total.mean;
  if (!Number.isFinite(half)) return { confidence: 'low', reason: 'one replicate alone has no interval' };
  const width = `interval ±${percent(ofRow)} of the row, ±${percent(ofTotal)} of the total`;
  if (ofRow > 0.2 && ofTotal > 0.02) return { confidence: 'low', reason: width };
  if (Math.abs(spans.corrected.mean) < spans.overhead) {
    return { confidence: 'medium', reason: `shorter than the timer's own interval; ${width}` };
  }
  return { confidence: ofRow <= 0.05 || ofTotal <= 0.005 ? 'high' : 'medium', reason: width };
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
