import type { RoundTotals, Saving } from '../model/score.js';
import { meanInterval } from '../stats/student-t.js';
import { mean } from '../stats/summary.js';

/** What each of several changes saves, from rounds in which all were measured: the mean share, of the mean path. */
export function savingsOf(rounds: readonly RoundTotals[]): Saving[] {
  const before = mean(rounds.map((round) => round.before));
  return (rounds[0]?.after ?? []).map((_, index) => ({
    before,
    saved: meanInterval(rounds.map((round) => (1 - (round.after[index] as number) / round.before) * before)),
  }));
}
