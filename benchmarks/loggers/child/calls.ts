import { setImmediate } from 'node:timers/promises';
import { mean, quantile } from 'hotpath/stats';
import type { OpenLogger } from '../candidates/logger.js';
import type { Latency } from './job.js';

/** Calls in one turn of the event loop, as in a server: asynchronous loggers work between the turns. */
const callsPerTurn = 200;

const emptyIntervals = 10_000;

/** Calls the logger in turns without timing each call. Resolves after the last turn; lines may still be in flight. */
export async function callInTurns(logger: OpenLogger, calls: number): Promise<void> {
  for (let done = 0; done < calls; ) {
    const turn = Math.min(calls, done + callsPerTurn);
    for (; done < turn; done++) logger.log();
    await setImmediate();
  }
}

/** Times each call, ns, without the turns of the event loop between them. */
export async function timeCalls(
  logger: OpenLogger,
  calls: number,
  perTurn = callsPerTurn,
): Promise<Float64Array> {
  const times = new Float64Array(calls);
  for (let done = 0; done < calls; ) {
    const turn = Math.min(calls, done + perTurn);
    for (; done < turn; done++) {
      const from = process.hrtime();
      logger.log();
      const to = process.hrtime();
      times[done] = nsBetween(from, to);
    }
    await setImmediate();
  }
  return times;
}

/** The median of many empty intervals of the clock, ns. */
export function emptyInterval(): number {
  const times = new Float64Array(emptyIntervals);
  for (let index = 0; index < emptyIntervals; index++) {
    const from = process.hrtime();
    const to = process.hrtime();
    times[index] = nsBetween(from, to);
  }
  return quantile([...times], 0.5);
}

export function latencyOf(times: Iterable<number>): Latency {
  const all = [...times];
  return {
    mean: mean(all),
    median: quantile(all, 0.5),
    p95: quantile(all, 0.95),
    p99: quantile(all, 0.99),
    max: quantile(all, 1),
  };
}

function nsBetween(from: readonly [number, number], to: readonly [number, number]): number {
  return (to[0] - from[0]) * 1e9 + (to[1] - from[1]);
}
