import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { StackSample } from '../../model/stack-sample.js';
import { type PprofProfile, readProfile } from '../../sample/read-profile.js';
import { atEnd } from './at-end.js';
import type { RecordingSettings } from './settings.js';

/** A thread's stacks, with the lines of all callers; `refused` says why there are none. */
export interface ThreadStacks {
  readonly refused: string | null;
  readonly stacks: readonly StackSample[];
  /** Mean time between samples, as it came out. */
  readonly nsPerSample: number;
}

export const stacksEnding = '.stacks.json';

/** Samples this thread with the lines of its callers from here on, and writes the stacks when it ends. */
export async function sampleLines({ folder, intervalUs }: RecordingSettings): Promise<void> {
  const write = (stacks: ThreadStacks): void =>
    writeFileSync(join(folder, `${process.pid}.${threadId}${stacksEnding}`), JSON.stringify(stacks));
  try {
    const { time } = await import('@datadog/pprof');
    // It is stopped at the end; the duration bounds a buffer, and only the interval matters here.
    time.start({ intervalMicros: intervalUs, durationMillis: 60_000, lineNumbers: true });
    atEnd(() => {
      const profile = time.stop();
      const stacks = readProfile(profile as unknown as PprofProfile);
      write({ refused: null, stacks, nsPerSample: Number(profile.period) });
    });
  } catch (problem) {
    const reason = (problem as Error).message.split('\n', 1)[0];
    write({ refused: `the profiler @datadog/pprof cannot be loaded: ${reason}`, stacks: [], nsPerSample: 0 });
  }
}
