import { isAbsolute } from 'node:path';
import type { CountedThread } from '../../v8/counted.js';
import { watchScripts } from '../../v8/live/thread-scripts.js';
import { openThreadSession } from '../../v8/live/thread-session.js';
import { keepCounts } from '../../v8/live/v8-flags.js';
import { watchExceptions } from '../../v8/live/watch-exceptions.js';
import { atEnd } from './at-end.js';
import type { RecordingSettings } from './settings.js';
import { threadFiles } from './thread-files.js';

export const countFiles = threadFiles<CountedThread>('counted');

/** Writes at the end of this thread what its scripts and its exceptions were; Node itself writes V8's counts of executions. */
export function countThread({ folder }: RecordingSettings): void {
  keepCounts();
  const session = openThreadSession();
  const scripts = watchScripts(session);
  const exceptions = watchExceptions(session, scripts);
  atEnd(() => {
    const thrown = exceptions.take();
    const knowsAll = exceptions.knowsAll();
    const passed = new Set(thrown.flatMap(({ frames }) => frames.map(({ file }) => file)));
    const changed = scripts.changed((file) => isAbsolute(file) || passed.has(file));
    countFiles.write(folder, { thrown, knowsAll, scripts: changed });
  });
}
