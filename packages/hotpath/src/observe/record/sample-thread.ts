import { writeFileSync } from 'node:fs';
import type { Profiler } from 'node:inspector';
import { isAbsolute, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import type { RanScript } from '../../model/profiles/ran-script.js';
import { scriptFile } from '../../model/text/script-file.js';
import { watchScripts } from '../../v8/live/thread-scripts.js';
import { openThreadSession } from '../../v8/live/thread-session.js';
import { atEnd } from './at-end.js';
import { profileName } from './profile-name.js';
import type { RecordingSettings } from './settings.js';
import { threadFiles } from './thread-files.js';

/** The scripts of a profile whose text is not that of their file. */
export const scriptFiles = threadFiles<readonly RanScript[]>('scripts');

/** Profiles this thread from now on, and writes the profile at its end. */
export function sampleThread({ folder, intervalUs }: RecordingSettings): void {
  const session = openThreadSession();
  const started = new Date();
  session.ask('Profiler.enable');
  session.ask('Profiler.setSamplingInterval', { interval: intervalUs });
  session.ask('Profiler.start');
  atEnd(() => {
    const { profile } = session.ask<Profiler.StopReturnType>('Profiler.stop');
    writeFileSync(join(folder, profileName(started, process.pid, threadId)), JSON.stringify(profile));
    const files = new Set(profile.nodes.map(({ callFrame }) => scriptFile(callFrame.url)).filter(isAbsolute));
    scriptFiles.write(
      folder,
      watchScripts(session).changed((file) => files.has(file)),
    );
  });
}
