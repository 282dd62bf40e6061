/** Gives each part of a program, one after another, its share of the time that is left. */
export interface TimeShares {
  /** What the next part may take, ms; at least 1. */
  next(): number;
}

/**
 * Divides `ms` among parts by their weights. Time that a part leaves goes to the parts after it, and time that it overdraws
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
