import type { Occupancy } from '../../model/measurement.js';
import { quantile } from '../../stats/summary.js';
import { type Candidate, runOperations, settle } from './candidate.js';
import { createProcessorClock } from './disturbances.js';

const batches = 8;

/**
 * Runs some more batches of a candidate between readings of its thread's time. Apart from the timed batches, because
 * bringing that time up to date may make the thread stop for a moment.
 */
export async function measureOccupancy(candidate: Candidate, operations: number): Promise<Occupancy | null> {
  const clock = createProcessorClock();
  const own = readingCost(clock);
  let wholeNs = 0;
  let processorNs = 0;
  for (let batch = 0; batch < batches; batch++) {
    const before = clock();
    wholeNs += await runOperations(candidate, operations);
    const after = clock();
    await settle(candidate);
    if (before === null || after === null) return null;
    processorNs += after - before - own;
  }
  return { wholeNs, processorNs };
}

/** What a reading itself puts between itself and the next, ns. */
function readingCost(clock: () => number | null): number {
  const readings = Array.from({ length: 33 }, () => clock() ?? 0);
  const costs = readings.slice(1).map((reading, index) => reading - (readings[index] as number));
  return quantile(costs, 0.5);
}
