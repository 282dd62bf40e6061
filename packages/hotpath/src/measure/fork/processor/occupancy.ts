import type { Occupancy } from '../../../model/measurement/measurement.js';
import { isPreempted } from '../../../model/measurement/preemption.js';
import { quantile } from '../../../stats/summary.js';
import { type Candidate, runOperations, settle } from '../candidate.js';
import { createSchedulingClock, now, preemptedBetween } from './disturbances.js';
import { createProcessorClock } from './processor-clock.js';

/** The start of a stretch. */
interface Start {
  readonly ms: number;
  readonly processorNs: number | null;
}

/** Sums the wall time of stretches, and the time in them in which the thread was on a processor. */
export interface OccupancyMeter {
  start(): Start;
  /** Ends a stretch; gives its wall time in ms. */
  stop(start: Start): number;
  /** Null where the system does not report a thread's time. */
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
 * Time in which the thread ran, or was ready to run while another ran: the latter is caused by the machine and is not a wait
 * of the path.
 */
function createBusyClock(): () => number | null {
  const ran = createProcessorClock();
  const scheduling = createSchedulingClock();
  return () => ran && ran() + (scheduling()?.waited ?? 0);
}

/** Time that a reading adds to the stretch, ns. */
function readingCost(clock: () => number | null): number {
  const readings = Array.from({ length: 33 }, () => clock() ?? 0);
  const costs = readings.slice(1).map((reading, index) => reading - (readings[index] as number));
  return quantile(costs, 0.5);
}

/** At least this many batches are run, then more until enough were not pre-empted, but not more than `mostBatches`. */
const fewestBatches = 8;
const wantedOwn = 4;
const mostBatches = 40;

/**
 * Runs more batches of a candidate to measure the share of their time on a processor. Only batches without pre-emption count,
 * as in the ledger; if there are none, all do.
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
