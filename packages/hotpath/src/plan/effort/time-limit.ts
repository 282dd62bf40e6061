/** Fewer replicates say nothing about their spread. */
const fewest = 3;

/** At most this many replicates are added where some of the fewest are useless. */
const substitutes = 1;

export interface TimeLimit {
  /** For the measurement as a whole, ms; null: none. */
  readonly limitMs: number | null;
  /** When it began, by `now`. */
  readonly beganMs: number;
  /** Expected time of what follows the replicates, ms. */
  readonly afterwardsMs: number;
  /** A clock, ms. */
  readonly now: () => number;
}

/**
 * Says before each fork whether its replicate may run. It may if one of these holds:
 * - it has begun;
 * - it is one of the fewest, or replaces a useless one of them (`useful` counts the useful replicates so far);
 * - it would end within the limit if it took as long as the previous one.
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
