/** Fewer replicates tell nothing of their spread. */
const fewest = 3;

/** Where some of the fewest are of no use, at most this many stand in for them. */
const substitutes = 1;

export interface TimeLimit {
  /** For the measurement as a whole, ms; null: none. */
  readonly limitMs: number | null;
  /** When it began, by `now`. */
  readonly beganMs: number;
  /** What comes after the replicates, ms. */
  readonly afterwardsMs: number;
  /** A clock, ms. */
  readonly now: () => number;
}

/**
 * Tells, asked before each fork, whether its replicate may run. It may when one of these holds:
 * - it has begun;
 * - it is one of the fewest, or stands in for one of them that is of no use (`useful` tells how many of those measured are);
 * - it would end within the limit if it took as long as the one before.
 */
export function createTimeLimit({
  limitMs,
  beganMs,
  afterwardsMs,
  now,
}: TimeLimit): (replicate: number, useful: () => number) => boolean {
  const starts: number[] = [];
  const isNeeded = (replicate: number, useful: () => number): boolean =>
    replicate < fewest || (replicate < fewest + substitutes && useful() < fewest);
  return (replicate, useful) => {
    if (replicate < starts.length) return true;
    const tookMs = now() - (starts.at(-1) ?? now());
    const endMs = now() + tookMs + afterwardsMs;
    if (limitMs !== null && endMs > beganMs + limitMs && !isNeeded(replicate, useful)) return false;
    starts.push(now());
    return true;
  };
}
