import { createRequire } from 'node:module';
import { isMainThread } from 'node:worker_threads';
import type { TimeProfile, TimeProfileNode } from '@datadog/pprof/out/src/v8-types.js';
import type { StackSample } from '../../model/profiles/stack-sample.js';
import { type SampledNode, sampledStacks } from '../sampled-stacks.js';

/** The stacks of a thread, with the lines of all callers. */
export interface SampledThread {
  readonly stacks: readonly StackSample[];
  /** Measured mean time between samples. A machine may deliver fewer samples than requested. */
  readonly nsPerSample: number;
}

/** A profiler of this thread, for one use. */
export interface StackSampler {
  start(): void;
  stop(): SampledThread;
}

type Profiler = InstanceType<
  typeof import('@datadog/pprof/out/src/time-profiler-bindings.js')['TimeProfiler']
>;

/**
 * A profiler of this thread that keeps the lines of callers. Gives the reason where the profiler is missing: its native part is built
 * only for some versions of Node on some systems. It uses the profiler below its public functions, because these hide the
 * number of idle samples and so the measured time between samples. The period that they report never exceeds twice the
 * requested interval, so the time of samples that were not taken (on a busy machine, at a high rate) would be lost.
 */
export function openStackSampler(intervalUs: number): StackSampler | string {
  let profiler: Profiler;
  try {
    profiler = openProfiler(intervalUs);
  } catch (problem) {
    return `the profiler @datadog/pprof cannot be loaded: ${(problem as Error).message.split('\n', 1)[0]}`;
  }
  return {
    start: () => profiler.start(),
    stop() {
      const profile: TimeProfile = profiler.stop(false);
      const stacks = sampledStacks(profile.topDownRoot as unknown as SampledNode);
      const nsPerSample = timeBetweenSamples(profile);
      profiler.dispose();
      return { stacks, nsPerSample };
    },
  };
}

/** The profiler runs until it is stopped; the duration only bounds a buffer. */
function openProfiler(intervalMicros: number): Profiler {
  const load = createRequire(import.meta.url);
  const { TimeProfiler } = load('@datadog/pprof/out/src/time-profiler-bindings.js');
  return new TimeProfiler({
    intervalMicros,
    durationMillis: 60_000,
    lineNumbers: true,
    isMainThread,
    withContexts: false,
    workaroundV8Bug: true,
    collectCpuTime: false,
    collectAsyncId: false,
    useCPED: false,
  });
}

/** In ns, over all samples including idle ones. */
function timeBetweenSamples({ startTime, endTime, topDownRoot }: TimeProfile): number {
  const hits = ({ hitCount, children }: TimeProfileNode): number =>
    children.reduce((sum, child) => sum + hits(child as TimeProfileNode), hitCount);
  return ((endTime - startTime) * 1000) / Math.max(1, hits(topDownRoot));
}
