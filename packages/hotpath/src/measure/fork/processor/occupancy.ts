import type { Occupancy } from '../../../model/measurement/measurement.js';
import { isPreempted } from '../../../model/measurement/preemption.js';
import { quantile } from '../../../stats/summary.js';
import { type Candidate, runOperations, settle } from '../candidate.js';
import { createSchedulingClock, now, preemptedBetween } from './disturbances.js';
import { createProcessorClock } from './processor-clock.js';

/** When a stretch began. */
interface Start {
  readonly ms: number;
  readonly processorNs: number | null;
}

/** Sums up how long stretches took, and how much of that the thread was on a processor. */
export interface OccupancyMeter {
  start(): Start;
  /** Ends a stretch; gives its wall time in ms. */
  stop(start: Start): number;
  /** Null where the system does not tell a thread's time. */
  sum(): Occupancy | null;
  share(): number | null;
}

export function createOccupancyMeter(): OccupancyMeter {
  const clock = createBusyClock();
  const own = readingCost(clock);
  let wholeNs = 0;
  let processorNs: number | null = 0;
  const sum = (): Occupancy | null => (processorNs === null ? null : { wholeNs, processorNs });
  return {
    start() {
      const processorNs = clock();
      return { processorNs, ms: now() };
    },
    stop(start) {
      const ms = now() - start.ms;
      const end = clock();
      wholeNs += 1e6 * ms;
      processorNs =
        processorNs === null || end === null || start.processorNs === null
          ? null
          : processorNs + end - start.processorNs - own;
      return ms;
    },
    sum,
    share() {
      const all = sum();
      return all && all.processorNs / all.wholeNs;
    },
  };
}

/**
 * Time in which the thread ran or could have run while another did: the latter is the machine's doing and no wait of the
 * path.
 */
function createBusyClock(): () => number | null {
  const ran = createProcessorClock();
  const scheduling = createSchedulingClock();
  return () => ran && ran() + (scheduling()?.waited ?? 0);
}

/** What a reading itself puts between itself and the next, ns. */
function readingCost(clock: () => number | null): number {
  const readings = Array.from({ length: 33 }, () => clock() ?? 0);
  const costs = readings.slice(1).map((reading, index) => reading - (readings[index] as number));
  return quantile(costs, 0.5);
}

const fewestBatches = 8;

/** Batches that were not pre-empted are enough to tell, and all that are tried for them. */
const wantedOwn = 4;
const mostBatches = 40;

/**
 * Runs some more batches of a candidate to see how much of their time it is on a processor: of those that were not
 * pre-empted, as the ledger is, and only where there are none of all.
 */
export async function measureOccupancy(candidate: Candidate, operations: number): Promise<Occupancy | null> {
  const scheduling = createSchedulingClock();
  const [own, crowded] = [createOccupancyMeter(), createOccupancyMeter()];
  let seen = 0;
  for (let batch = 0; batch < fewestBatches || (seen < wantedOwn && batch < mostBatches); batch++) {
    const before = scheduling();
    const start = own.start();
    const wholeNs = await runOperations(candidate, operations);
    const lost = isPreempted({ wholeNs, preemptedNs: preemptedBetween(before, scheduling()) });
    (lost ? crowded : own).stop(start);
    if (!lost) seen++;
    await settle(candidate);
  }
  return (seen > 0 ? own : crowded).sum();
}
