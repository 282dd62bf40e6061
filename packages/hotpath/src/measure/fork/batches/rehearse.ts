import { runOperations, settle } from '../candidate.js';
import type { Trial } from './trial.js';

/** Time of each trial's rehearsal, ms, and its fewest batches. */
const rehearsalMs = 3;
const fewestRehearsals = 2;

/**
 * Runs whole batches before any counts. In long batches a path may do something that it does not do in short ones, such as
 * handing over a full queue, and V8 then discards code that was compiled without it.
 */
export async function rehearse(
  trials: readonly Trial[],
  operations: number,
  alive: (done: number) => void,
): Promise<void> {
  for (const { candidate, repeats } of trials) {
    candidate.runtime.repeat(repeats);
    let spentNs = 0;
    for (let batch = 0; batch < fewestRehearsals || spentNs < 1e6 * rehearsalMs; batch++) {
      spentNs += await runOperations(candidate, operations);
      candidate.runtime.take();
      await settle(candidate);
    }
    alive(0);
  }
}
