/** Memory that a thread that asks and one that answers share. */
export type WakingSlots = Int32Array<SharedArrayBuffer>;

/** The number of the question, and of the last one that was answered. */
export const asked = 0;
export const answered = 1;

/**
 * For so long an answer is held back, so that the asker sleeps as deeply as one that waits for a thread with something to
 * do: a processor that has just become idle is quicker to wake.
 */
export const restingNs = 20_000;
