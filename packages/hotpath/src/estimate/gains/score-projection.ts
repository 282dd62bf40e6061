import { type Estimate, halfWidth } from '../../model/report/estimate.js';
import type { Score, StoredProjection } from '../../model/report/score.js';

/** A projection is right within this share of itself, even where both intervals are narrower. */
const tolerance = 0.1;

/** A measurement confirms nothing if half its interval exceeds this share of the projected gain. */
const conclusiveShare = 0.3;

/** Compares a projection with what the change saved, measured now with and without it; ns per operation. */
export function scoreProjection(
  stored: StoredProjection,
  before: number,
  measured: Estimate,
  at: string,
): Score {
  // The machine may be faster or slower than at the time of the projection: gains scale with the whole.
  const speed = before / stored.total.mean;
  const scaled = (value: number): number => value * speed;
  const projected = {
    mean: scaled(stored.gain.mean),
    low: scaled(stored.gain.low),
    high: scaled(stored.gain.high),
  };
  const allowed = Math.max(halfWidth(projected) + halfWidth(measured), tolerance * Math.abs(projected.mean));
  const isApart = Math.abs(measured.mean - projected.mean) > allowed;
  const isWide =
    !Number.isFinite(allowed) || halfWidth(measured) > conclusiveShare * Math.abs(projected.mean);
  return {
    projection: stored.id,
    at,
    path: stored.path,
    row: stored.row,
    scenario: stored.scenario,
    confidence: stored.confidence,
    projected,
    measured,
    outcome: isApart ? 'miss' : isWide ? 'unsure' : 'hit',
  };
}
