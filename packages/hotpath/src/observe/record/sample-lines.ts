import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, threadId } from 'node:worker_threads';
import type { TimeProfile, TimeProfileNode } from '@datadog/pprof/out/src/v8-types.js';
import type { StackSample } from '../../model/profiles/stack-sample.js';
import { type PprofProfile, readProfile } from '../../v8/read-profile.js';
import { atEnd } from './at-end.js';
import type { RecordingSettings } from './settings.js';

/** The stacks of a thread, with the lines of all callers; `refused` is the reason if there are none. */
export interface ThreadStacks {
  readonly refused: string | null;
  readonly stacks: readonly StackSample[];
  /** Measured mean time between samples. A machine may deliver fewer samples than requested. */
  readonly nsPerSample: number;
}

export const stacksEnding = '.stacks.json';

/**
 * Samples this thread from now on, with the lines of callers, and writes the stacks at its end. It uses the profiler below
 * its public functions, because these hide the number of idle samples and so the measured time between samples. The
 * period that they report never exceeds twice the requested interval, so the time of samples that were not taken (on a
 * busy machine, at a high rate) would be lost.
 */
export async function sampleLines({ folder, intervalUs }: RecordingSettings): Promise<void> {
  const write = (stacks: ThreadStacks): void =>
    writeFileSync(join(folder, `${process.pid}.${threadId}${stacksEnding}`), JSON.stringify(stacks));
  try {
    const { TimeProfiler } = await import('@datadog/pprof/out/src/time-profiler-bindings.js');
    const { serializeTimeProfile } = await import('@datadog/pprof/out/src/profile-serializer.js');
    const profiler = new TimeProfiler(profilerOptions(intervalUs));
    profiler.start();
    atEnd(() => {
      const profile: TimeProfile = profiler.stop(false);
      const stacks = readProfile(serializeTimeProfile(profile, intervalUs) as unknown as PprofProfile);
      profiler.dispose();
      write({ refused: null, stacks, nsPerSample: timeBetweenSamples(profile) });
    });
  } catch (problem) {
    const reason = (problem as Error).message.split('\n', 1)[0];
    write({ refused: `the profiler @datadog/pprof cannot be loaded: ${reason}`, stacks: [], nsPerSample: 0 });
  }
}

/** The profiler runs until it is stopped; the duration only bounds a buffer. */
const profilerOptions = (intervalMicros: number) => ({
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

/** In ns, over all samples including idle ones. */
function timeBetweenSamples({ startTime, endTime, topDownRoot }: TimeProfile): number {
  const hits = ({ hitCount, children }: TimeProfileNode): number =>
    children.reduce((sum, child) => sum + hits(child as TimeProfileNode), hitCount);
  return ((endTime - startTime) * 1000) / Math.max(1, hits(topDownRoot));
}
