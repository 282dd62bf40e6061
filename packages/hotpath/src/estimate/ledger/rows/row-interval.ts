import type { Column } from '../../../stats/columns.js';
import { mean } from '../../../stats/summary.js';

/** The interval of a pair of clock reads at a row's edges. */
export interface RowInterval {
  /** ns per pair, one value per replicate. */
  readonly ns: Column;
  /** Standard deviation of an error that all replicates share, ns per pair. */
  readonly deviation: number;
}

/** Intervals of empty pairs, ns, one value per replicate. */
export interface EmptyPairs {
  /** Of a pair that runs once per operation. */
  readonly interval: Column;
  /** Of pairs that follow each other closely; NaN where they were not measured. */
  readonly hotInterval: Column;
}

/**
 * By which share of its interval a pair's interval grows each time that the time between two executions grows e-fold: the clock's code
 * and data leave the caches (docs/adr/0035).
 */
const growth = 0.55;

/** One standard deviation of what a clock costs more because it is cold, as a share of that. */
const doubt = 0.5;

/**
 * The interval at a row of a path that waits. The empty pair runs when the thread has just been woken, and finds everything cold; rows are
 * timed together, one after another, so that the clock is hot in the last of them. It lies anywhere between the two.
 */
export function intervalWhereWaiting({ interval, hotInterval }: EmptyPairs): RowInterval {
  const cold = interval.map((once, replicate) => once - knownOr(hotInterval[replicate], once));
  return {
    ns: interval.map((once, replicate) => once - (cold[replicate] as number) / 2),
    deviation: Math.abs(mean(cold)) / Math.sqrt(12),
  };
}

/**
 * The interval at a row that runs `calls` times per operation. The empty pair runs once per operation. A row that runs more often
 * finds the clock hot in all executions but one; a row that runs more rarely finds it colder than the empty pair.
 */
export function intervalAt(calls: number, { interval, hotInterval }: EmptyPairs): RowInterval {
  if (calls > 1) {
    const cold = interval.map((once, replicate) => once - knownOr(hotInterval[replicate], once));
    return {
      ns: interval.map((once, replicate) => once - (1 - 1 / calls) * (cold[replicate] as number)),
      deviation: doubt * (1 - 1 / calls) * Math.abs(mean(cold)),
    };
  }
  const colder = calls > 0 ? growth * Math.log(1 / calls) : 0;
  return {
    ns: interval.map((once) => (1 + colder) * once),
    deviation: doubt * colder * mean(interval),
  };
}

function knownOr(value: number | undefined, otherwise: number): number {
  return Number.isFinite(value) ? (value as number) : otherwise;
}
