import type { Job, Part } from './child/job.js';
import type { Participant } from './participant.js';

export type Effort = 'default' | 'quick';

export const parts: readonly Part[] = ['throughput', 'slow-sink', 'burst'];

export const roundsOf: Readonly<Record<Effort, number>> = { default: 7, quick: 3 };

/** Lines of the delivery check. */
export const checkedLines = 200;

/** Duration of a write to the slow sink, ms. */
export const slowWriteMs = 2;

/** Calls of a burst: twice as many as fapilog's queue holds. */
export const burstCalls = 20_000;

/** Lines that a queue holds in the throughput part: a logger that drops lines does less work. */
export const ample = 65_536;

type Size = Pick<Job, 'warmUp' | 'calls'>;

const sizes: Readonly<Record<Effort, Readonly<Record<Job['part'], Size>>>> = {
  default: {
    check: { warmUp: 0, calls: checkedLines },
    throughput: { warmUp: 10_000, calls: 20_000 },
    'slow-sink': { warmUp: 5_000, calls: 200 },
    burst: { warmUp: 5_000, calls: burstCalls },
  },
  quick: {
    check: { warmUp: 0, calls: checkedLines },
    throughput: { warmUp: 5_000, calls: 10_000 },
    'slow-sink': { warmUp: 2_000, calls: 100 },
    burst: { warmUp: 2_000, calls: burstCalls },
  },
};

/** The job of one process. It overwrites `file`. */
export function planJob<P extends Job['part']>(
  part: P,
  { name, fewerCalls = 1 }: Participant,
  effort: Effort,
  file: string,
): Job & { readonly part: P } {
  const { warmUp, calls } = sizes[effort][part];
  return {
    logger: name,
    part,
    warmUp: Math.ceil(warmUp / fewerCalls),
    calls: part === 'throughput' ? Math.ceil(calls / fewerCalls) : calls,
    file,
    delayMs: slowWriteMs,
  };
}
