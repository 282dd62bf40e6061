/** Fewer replicates tell nothing of their spread. */
const fewest = 3;

/** Where some of the fewest are of no use, so many take their places at most. */
const substitutes = 1;

export interface TimeLimit {
  /** For the measurement as a whole, ms; null: none. */
  readonly limitMs: number | null;
  /** When it began, by `now`. */
  readonly beganMs: number;
  /** What comes behind the replicates, ms. */
  readonly behindMs: number;
  /** A clock, ms. */
  readonly now: () => number;
  /** How many of the replicates that were measured are of use. */
  readonly useful: () => number;
}

/**
 * Tells, asked before each process, whether its replicate may run: whether it has begun, is one of the fewest or stands in
 * for one of them that is of no use, or would end within the limit if it took as long as the one before.
 */
export function createTimeLimit({
  limitMs,
  beganMs,
  behindMs,
  now,
  useful,
}: TimeLimit): (replicate: number) => boolean {
  const starts: number[] = [];
  const isNeeded = (replicate: number): boolean =>
    replicate < fewest || (replicate < fewest + substitutes && useful() < fewest);
  return (replicate) => {
    if (replicate < starts.length) return true;
    const tookMs = now() - (starts.at(-1) ?? now());
    const endMs = now() + tookMs + behindMs;
    if (limitMs !== null && endMs > beganMs + limitMs && !isNeeded(replicate)) return false;
    starts.push(now());
    return true;
  };
}
