import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, threadId } from 'node:worker_threads';
import type { TimeProfile, TimeProfileNode } from '@datadog/pprof/out/src/v8-types.js';
import type { StackSample } from '../../model/profiles/stack-sample.js';
import { type PprofProfile, readProfile } from '../../v8/read-profile.js';
import { atEnd } from './at-end.js';
import type { RecordingSettings } from './settings.js';

/** A thread's stacks, with the lines of all callers; `refused` says why there are none. */
export interface ThreadStacks {
  readonly refused: string | null;
  readonly stacks: readonly StackSample[];
  /** Mean time between samples, as it came out: a machine may give fewer than were asked for. */
  readonly nsPerSample: number;
}

export const stacksEnding = '.stacks.json';

/**
 * Samples this thread with the lines of its callers from here on, and writes the stacks when it ends. The profiler is used
 * below its public functions, which keep two things to themselves: how many samples found the thread idle, and so how much
 * time lies between samples. Their own period never exceeds twice the interval that was asked for: the time of samples
 * that could not be taken, on a busy machine or at a high rate, would be lost.
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

/** It is stopped at the end; the duration bounds a buffer, and only the interval matters here. */
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

/** ns, over all samples, of idle times too. */
function timeBetweenSamples({ startTime, endTime, topDownRoot }: TimeProfile): number {
  const hits = ({ hitCount, children }: TimeProfileNode): number =>
    children.reduce((sum, child) => sum + hits(child as TimeProfileNode), hitCount);
  return ((endTime - startTime) * 1000) / Math.max(1, hits(topDownRoot));
}
