import { type Estimate, halfWidth } from '../../model/report/estimate.js';
import type { Projection } from '../../model/report/projection.js';

/** Largest half-width of the interval, as a share of the gain, at high and at medium confidence. */
const narrow = 0.1;
const fair = 0.3;

/** By how much, as a share of the row's gain, a part may save less than its part: a branch that alternates costs more. */
const alternating = 0.1;

interface Judged extends Pick<Projection, 'scenario' | 'gain' | 'collection' | 'taken'> {
  /** The part of the row that is left out; null where that is unknown. */
  readonly part: number | null;
}

/**
 * The confidence of a projection: by its interval, which contains how far copies of the path differ, and one level lower where
 * leaving out a part of the executions does not save that part. A gain beyond the row's time is explained and does not lower the
 * confidence: where rows were really removed, those gains were real. docs/adr/0013-measure-gains-against-two-references.md
 */
export function judgeProjection(
  { part, gain, collection, taken }: Judged,
  removed: Estimate | null,
): Pick<Projection, 'confidence' | 'reason'> {
  if (gain.low <= 0 && gain.high >= 0) return { confidence: 'low', reason: 'the effect is within chance' };
  const width = halfWidth(gain) / Math.abs(gain.mean);
  const level = width <= narrow ? 2 : width <= fair ? 1 : 0;
  const isCrooked = removed !== null && part !== null && part > 0 && !isProportional(gain, part, removed);
  const reason = [
    level === 2 ? 'its interval is narrow' : level === 1 ? 'its interval is fair' : 'its interval is wide',
    ...(isCrooked ? ['leaving out a part of the executions does not save that part'] : []),
    ...(taken ? explanation(gain, collection, taken) : []),
  ].join('; ');
  const confidence = (['low', 'medium', 'high'] as const)[Math.max(0, level - (isCrooked ? 1 : 0))] ?? 'low';
  return { confidence, reason };
}

function isProportional(gain: Estimate, part: number, removed: Estimate): boolean {
  const allowed = part * halfWidth(removed) + halfWidth(gain) + alternating * Math.abs(removed.mean);
  return Math.abs(part * removed.mean - gain.mean) <= allowed;
}

/** Rows add up to the path, so what is saved beyond the row and its garbage is saved in the rest of the path. */
function explanation(gain: Estimate, collection: Estimate, taken: Estimate): string[] {
  const beyond = gain.mean - taken.mean;
  const error = halfWidth(gain) + halfWidth(taken);
  if (Math.abs(beyond) <= error) return ['it is what the row takes'];
  if (Math.abs(beyond - collection.mean) <= error + halfWidth(collection))
    return ['the gain beyond the row is garbage that is no longer made'];
  return [beyond > 0 ? 'the rest of the path then takes less' : 'the rest of the path then takes more'];
}
