import type { Measurement } from '../../model/measurement/measurement.js';
import { cleanRule } from '../batches/clean-rule.js';
import { calmShare } from './fork-estimate.js';
import type { Replicate } from './replicates.js';

/** A replicate is set aside if a smaller share of its batches was calm. */
const calmEnough = 0.1;

/** A replicate is also set aside if its waking took more than this factor times what is typical, or less than its inverse. */
const farFromTypical = 1.5;

/** None is set aside unless at least this many remain. */
const fewestRemaining = 3;

/**
 * The replicates that the ledger is made from. Only the yardsticks decide which are set aside: they know nothing of the path, so
 * the choice does not bias its times.
 */
export function setAsideDisturbed(complete: readonly Replicate[]): readonly Replicate[] {
  const remaining = complete.filter(
    ({ calmShare: share, numbers: { wakingFactor } }) =>
      share >= calmEnough && Math.abs(Math.log(wakingFactor)) <= Math.log(farFromTypical),
  );
  return remaining.length >= fewestRemaining ? remaining : complete;
}

/**
 * How many replicates a ledger would be made from if those that are not calm enough were set aside, however few remain. Waiting for
 * calm does not help a path that waits: all its replicates count.
 */
export function countUsable(measurement: Measurement): number {
  const rule = cleanRule(measurement);
  const busy = new Set(
    measurement.forks.filter((fork) => calmShare(fork, rule) < calmEnough).map(({ replicate }) => replicate),
  );
  const all = new Set(measurement.forks.map(({ replicate }) => replicate));
  return rule.waits ? all.size : all.size - busy.size;
}
