/** Gives each part of a program, one after the other, its share of the time that is left. */
export interface TimeShares {
  /** What the next part may take, ms; at least 1. */
  next(): number;
}

/**
 * Shares `ms` out among parts by their weights. What a part leaves falls to those behind it, and what it takes too much of
 * is taken from them.
 */
export function shareTime(ms: number, weights: readonly number[], now: () => number): TimeShares {
  const end = now() + ms;
  let part = 0;
  return {
    next() {
      const coming = weights.slice(part).reduce((sum, weight) => sum + weight, 0);
      const own = weights[part++];
      if (own === undefined) throw new Error('no part is left');
      return Math.max(1, ((end - now()) * own) / coming);
    },
  };
}
