import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { turnOffInlining } from '../../v8/live/v8-flags.js';
import { countThread } from './count-thread.js';
import { keepWorkers } from './keep-workers.js';
import { noteTime } from './note-time.js';
import { sampleLines } from './sample-lines.js';
import { sampleThread } from './sample-thread.js';
import { type RecordingSettings, rootsFile, settingsVariable } from './settings.js';

/*
 * Preloaded into a recorded program and its worker threads, by --require: with --import, Node 20 would load the program's entry as an
 * ES module does, and would not load the hook into threads whose program is a text. The build bundles this file to CommonJS.
 */

/** The settings for this process; null if it is not to be recorded. */
function ownSettings(): RecordingSettings | null {
  const text = process.env[settingsVariable];
  if (text === undefined) return null;
  const settings = JSON.parse(text) as RecordingSettings;
  if (settings.root === 0)
    process.env[settingsVariable] = JSON.stringify({
      ...settings,
      root: process.pid,
    } satisfies RecordingSettings);
  const isWanted = settings.subprocesses || settings.root === 0 || settings.root === process.pid;
  return isWanted ? settings : null;
}

function record(settings: RecordingSettings): void {
  if (!settings.inlining) turnOffInlining();
  // Actions at the end run in reverse order, so sampling of this thread stops before workers are waited for.
  if (settings.task !== 'time') keepWorkers();
  switch (settings.task) {
    case 'sample':
      sampleThread(settings);
      break;
    case 'lines':
      sampleLines(settings);
      break;
    case 'count':
      if (settings.root === 0) appendFileSync(join(settings.folder, rootsFile), `${process.pid}\n`);
      countThread(settings);
      return;
    case 'time':
      break;
  }
  // Last, so that loading a profiler does not count as time of the program.
  noteTime(settings);
}

const settings = ownSettings();
if (settings) record(settings);
