import type { Estimate } from '../../model/report/ledger.js';
import type { Projection } from '../../model/report/projection.js';

/** Intervals of at most these shares of the gain give high and medium confidence. */
const narrow = 0.1;
const fair = 0.3;

/** A part of a row may save so much less than its part of all: a branch that goes now here, now there is dearer. */
const alternating = 0.1;

interface Judged extends Pick<Projection, 'scenario' | 'gain' | 'collection' | 'taken'> {
  /** What part of the row goes; null where that is unknown. */
  readonly part: number | null;
}

/**
 * How sure a projection is: by its interval, which knows how far copies of the path differ, and a level less where leaving
 * out a part of the executions does not save its part. Gains beyond the row's time are explained and not doubted: where
 * rows were really taken out, those gains came. docs/adr/0013-measure-gains-against-two-references.md
 */
export function judgeProjection(
  { part, gain, collection, taken }: Judged,
  removed: Estimate | null,
): Pick<Projection, 'confidence' | 'reason'> {
  if (gain.low <= 0 && gain.high >= 0) return { confidence: 'low', reason: 'the effect is within chance' };
  const width = half(gain) / Math.abs(gain.mean);
  const level = width <= narrow ? 2 : width <= fair ? 1 : 0;
  const isCrooked = removed !== null && part !== null && part > 0 && !isProportional(gain, part, removed);
  const reason = [
    level === 2 ? 'its interval is narrow' : level === 1 ? 'its interval is fair' : 'its interval is wide',
    ...(isCrooked ? ['a part of the executions does not save its part'] : []),
    ...(taken ? explanation(gain, collection, taken) : []),
  ].join('; ');
  const confidence = (['low', 'medium', 'high'] as const)[Math.max(0, level - (isCrooked ? 1 : 0))] ?? 'low';
  return { confidence, reason };
}

function isProportional(gain: Estimate, part: number, removed: Estimate): boolean {
  const allowed = part * half(removed) + half(gain) + alternating * Math.abs(removed.mean);
  return Math.abs(part * removed.mean - gain.mean) <= allowed;
}

/** Rows add up to the path, so what is saved beyond the row and its garbage is saved in the rest of the path. */
function explanation(gain: Estimate, collection: Estimate, taken: Estimate): string[] {
  const beyond = gain.mean - taken.mean;
  const error = half(gain) + half(taken);
  if (Math.abs(beyond) <= error) return ['it is what the row takes'];
  if (Math.abs(beyond - collection.mean) <= error + half(collection))
    return ['beyond the row it is garbage that is not made'];
  return [beyond > 0 ? 'the rest of the path takes less then' : 'the rest of the path takes more then'];
}

function half({ low, high }: Estimate): number {
  return (high - low) / 2;
}
