import type { Estimate } from '../model/ledger.js';
import type { Projection } from '../model/projection.js';

/** An interval of at most this share of the gain is narrow. */
const narrow = 0.15;

/** Half of a row may save so much less than half of all: a branch that goes now here, now there is dearer. */
const alternating = 0.1;

type Judged = Pick<Projection, 'scenario' | 'gain' | 'collection' | 'taken'>;

/**
 * How sure a projection is: whether its gain is beyond chance, its interval narrow, half of the executions save half of
 * what all save, and the ledger explains it.
 */
export function judgeProjection(
  { scenario, gain, collection, taken }: Judged,
  gains: { readonly removed: Estimate; readonly half: Estimate },
): Pick<Projection, 'confidence' | 'reason'> {
  if (gain.low <= 0 && gain.high >= 0) return { confidence: 'low', reason: 'the effect is within chance' };
  const isNarrow = half(gain) <= narrow * Math.abs(gain.mean);
  const allowed = half(gains.removed) + 2 * half(gains.half) + alternating * Math.abs(gains.removed.mean);
  const isLinear = Math.abs(gains.removed.mean - 2 * gains.half.mean) <= allowed;
  const apart = gain.mean - collection.mean - taken.mean;
  const isExplained = Math.abs(apart) <= half(gain) + half(collection) + half(taken);
  const doubts = [
    ...(isNarrow ? [] : ['its interval is wide']),
    ...(isLinear ? [] : ['half of it does not save half as much']),
    ...(isExplained ? [] : [whyApart(scenario, apart)]),
  ];
  const confidence = doubts.length === 0 ? 'high' : doubts.length === 1 ? 'medium' : 'low';
  const agreed = 'its interval is narrow, half of it saves half as much, and it saves what the row takes';
  return { confidence, reason: doubts.length === 0 ? agreed : doubts.join('; ') };
}

function whyApart(scenario: Projection['scenario'], apart: number): string {
  if (scenario === 'twice')
    return apart > 0
      ? 'a second time costs less than the first, and why is not measured'
      : 'a second time costs more than the first, and why is not measured';
  return apart > 0
    ? 'it saves more than the row takes, and why is not measured'
    : 'it saves less than the row takes, and why is not measured';
}

function half({ low, high }: Estimate): number {
  return (high - low) / 2;
}
