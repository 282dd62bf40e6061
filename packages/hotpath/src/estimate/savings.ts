import type { RoundTotals, Saving } from '../model/score.js';
import { signedRankInterval } from '../stats/signed-ranks.js';
import { quantile } from '../stats/summary.js';

/**
 * What each of several changes saves, from rounds in which all were measured: the middle share, of the middle path. A round that
 * another process struck counts as one of many, by ranks.
 */
export function savingsOf(rounds: readonly RoundTotals[]): Saving[] {
  const before = quantile(
    rounds.map((round) => round.before),
    0.5,
  );
  return (rounds[0]?.after ?? []).map((_, index) => ({
    before,
    saved: signedRankInterval(
      rounds.map((round) => (1 - (round.after[index] as number) / round.before) * before),
    ),
  }));
}
