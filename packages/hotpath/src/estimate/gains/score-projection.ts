import type { Estimate } from '../../model/report/ledger.js';
import type { Score, StoredProjection } from '../../model/report/score.js';

/** A projection is right within this share of itself even where both intervals are narrower. */
const tolerance = 0.1;

/** A measurement whose interval is more than this share of what was projected confirms nothing. */
const tellingShare = 0.3;

/** Compares a projection with what the change brought, both measured in one sitting; ns an operation. */
export function scoreProjection(
  stored: StoredProjection,
  before: number,
  measured: Estimate,
  at: string,
): Score {
  // The machine may be quicker or slower than when it was projected: gains go with the whole.
  const speed = before / stored.total.mean;
  const scaled = (value: number): number => value * speed;
  const projected = {
    mean: scaled(stored.gain.mean),
    low: scaled(stored.gain.low),
    high: scaled(stored.gain.high),
  };
  const allowed = Math.max(half(projected) + half(measured), tolerance * Math.abs(projected.mean));
  const isApart = Math.abs(measured.mean - projected.mean) > allowed;
  return {
    projection: stored.id,
    at,
    path: stored.path,
    row: stored.row,
    scenario: stored.scenario,
    confidence: stored.confidence,
    projected,
    measured,
    outcome: isApart ? 'miss' : half(measured) > tellingShare * Math.abs(projected.mean) ? 'unsure' : 'hit',
  };
}

function half({ low, high }: Estimate): number {
  return (high - low) / 2;
}
