import { writeFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { atEnd } from './at-end.js';
import { profileName } from './profile-name.js';
import type { RecordingSettings } from './settings.js';

/** Profiles this thread from now on, and writes the profile at its end. */
export function sampleThread({ folder, intervalUs }: RecordingSettings): void {
  const session = new Session();
  session.connect();
  const started = new Date();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: intervalUs });
  session.post('Profiler.start');
  atEnd(() => {
    // Within one thread, the callback runs before `post` returns.
    session.post('Profiler.stop', (problem: Error | null, answer: Profiler.StopReturnType) => {
      if (problem) return;
      const name = profileName(started, process.pid, threadId);
      writeFileSync(join(folder, name), JSON.stringify(answer.profile));
    });
  });
}
