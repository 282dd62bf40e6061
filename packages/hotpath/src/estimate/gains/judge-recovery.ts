import type { Outcome, Recovery } from '../../model/measurement/verification.js';
import type { Interval } from '../../stats/student-t.js';

/**
 * | mean | interval | outcome |
 * |---|---|---|
 * | any | infinite | unsure |
 * | within the limit | | pass |
 * | outside | wholly outside | fail |
 * | outside | reaches inside | unsure |
 *
 * If `together` values are judged at once, the interval is widened by sqrt(1 + ln together), which is more than Bonferroni's
 * correction, so that all of them fail falsely no more often than one does.
 */
export function judge({ mean: centre, low, high }: Interval, limit: number, together: number): Outcome {
  if (!Number.isFinite(high - low)) return 'unsure';
  if (Math.abs(centre) <= limit) return 'pass';
  const half = ((high - low) / 2) * Math.sqrt(1 + Math.log(together));
  return Math.abs(centre) - half > limit ? 'fail' : 'unsure';
}

export function countOutcomes(outcomes: readonly Outcome[]): Recovery['others'] {
  const many = (outcome: Outcome): number => outcomes.filter((each) => each === outcome).length;
  return { pass: many('pass'), fail: many('fail'), unsure: many('unsure') };
}

export function worst(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('fail')) return 'fail';
  return outcomes.includes('unsure') ? 'unsure' : 'pass';
}

/** Lower bound of a change's size. */
export function surely({ mean: centre, low, high }: Interval): number {
  return Math.abs(centre) - (high - low) / 2;
}
