import { quantile } from '../../../stats/summary.js';
import type { WarmUp } from '../../job.js';
import { createWarmUpClock } from '../batches/warm-up-clock.js';
import { runOperations, settle } from '../candidate.js';
import { type Dosable, doseAlone } from './dosable.js';

/** Operations between two times of settling. */
const warmUpOperations = 64;

/** Runs all in alternating turns with a little work in each place in turn, so that every dose is compiled in its place; gives the ns per operation of the whole. */
export async function warmUpDoses(
  dosables: readonly Dosable[],
  job: WarmUp,
  alive: () => void,
): Promise<number> {
  const isOver = createWarmUpClock(job, dosables.length);
  let last = 0;
  for (let turn = 0; !isOver(turn * warmUpOperations); turn++) {
    for (const { candidate, doses, timed } of dosables) {
      const places = [...doses.keys()];
      for (const [place, runtime] of doses)
        runtime.set(place === places[turn % (places.length + 1)] ? { kind: 'delay', ns: 50 } : null, 1);
      const ns = (await runOperations(candidate, warmUpOperations)) / warmUpOperations;
      if (timed === -1) last = ns;
      candidate.runtime.take();
      await settle(candidate);
    }
    alive();
  }
  return last;
}

/** Batches for the speed of the delay, of which the first half is warm-up, and the turns of the delay in each operation. */
const calibrationBatches = 400;
const calibrationTurns = 4000;

/** Turns of the delay per nanosecond, measured on the dose alone. */
export async function calibrateDelay({ candidate, doses }: Dosable): Promise<number> {
  const times: number[] = [];
  for (let batch = 0; batch < calibrationBatches; batch++) {
    doses.get(doseAlone)?.set({ kind: 'delay', ns: calibrationTurns }, 1);
    times.push((await runOperations(candidate, 8)) / 8);
  }
  return calibrationTurns / quantile(times.slice(calibrationBatches / 2), 0.25);
}
