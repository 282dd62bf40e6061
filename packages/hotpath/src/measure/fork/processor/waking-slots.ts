/** Memory that the asking and the answering thread share. */
export type WakingSlots = Int32Array<SharedArrayBuffer>;

/** Indexes of the number of the last question, and of the last answered one. */
export const asked = 0;
export const answered = 1;

/**
 * Delay of each answer, ns, so that the asking thread sleeps as deeply as one that waits for work to be done: a processor that
 * has just become idle wakes faster.
 */
export const restingNs = 20_000;
