import { type Estimate, halfWidth } from '../../../model/report/estimate.js';

/**
 * By how much a part may exceed the whole, as a share of it, beyond their intervals: clock reads prevent code from overlapping in the
 * processor, so that rows can sum to more than the whole.
 */
const tolerated = 0.1;

/** Whether a part exceeds the whole beyond both intervals. An interval without bounds counts as its mean. */
export function beyondWhole({ mean, low }: Estimate, whole: Estimate): boolean {
  const half = halfWidth(whole);
  const most = whole.mean * (1 + tolerated) + (Number.isFinite(half) ? half : 0);
  return (Number.isFinite(low) ? low : mean) > most;
}
