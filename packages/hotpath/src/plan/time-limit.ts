/** Fewer replicates tell nothing of their spread. */
const fewest = 3;

export interface TimeLimit {
  /** For the measurement as a whole, ms; null: none. */
  readonly limitMs: number | null;
  /** When it began, by `now`. */
  readonly beganMs: number;
  /** What comes behind the replicates, ms. */
  readonly behindMs: number;
  /** A clock, ms. */
  readonly now: () => number;
}

/**
 * Tells, asked before each process, whether its replicate may run: whether it has begun, is one of the fewest, or would end
 * within the limit if it took as long as the one before.
 */
export function createTimeLimit({
  limitMs,
  beganMs,
  behindMs,
  now,
}: TimeLimit): (replicate: number) => boolean {
  const starts: number[] = [];
  return (replicate) => {
    if (replicate < starts.length) return true;
    const tookMs = now() - (starts.at(-1) ?? now());
    const endMs = now() + tookMs + behindMs;
    if (limitMs !== null && replicate >= fewest && endMs > beganMs + limitMs) return false;
    starts.push(now());
    return true;
  };
}
