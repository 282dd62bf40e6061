import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { turnOffInlining } from '../../v8/live/v8-flags.js';
import { countThread } from './count-thread.js';
import { keepWorkers } from './keep-workers.js';
import { noteTime } from './note-time.js';
import { passOnSettings, takeOut } from './pass-on.js';
import { preloading } from './run-program.js';
import { sampleLines } from './sample-lines.js';
import { sampleThread } from './sample-thread.js';
import { othersFile, type RecordingSettings, rootsFile, settingsVariable, threadsFile } from './settings.js';
import { splitTexts } from './split/split-texts.js';

/*
 * Preloaded into a recorded program and its worker threads, by --require: with --import, Node 20 would load the program's entry as an
 * ES module does, and would not load the hook into threads whose program is a text. The build bundles this file to CommonJS.
 */

/** The settings for this process; null if there are none. */
function ownSettings(): RecordingSettings | null {
  const text = process.env[settingsVariable];
  if (text === undefined) return null;
  const settings = JSON.parse(text) as RecordingSettings;
  takeOut(settings);
  if (settings.root !== 0) return settings;
  const own = JSON.stringify({ ...settings, root: process.pid } satisfies RecordingSettings);
  process.env[settingsVariable] = own;
  return settings;
}

function isWanted({ subprocesses, root }: RecordingSettings): boolean {
  return subprocesses || root === 0 || root === process.pid;
}

/** Tells that this process is not recorded. The recording may be over when a process starts that outlives it. */
function tellOthers({ folder }: RecordingSettings): void {
  if (isMainThread && existsSync(folder)) appendFileSync(join(folder, othersFile), `${process.pid}\n`);
}

/** The recording may be over when a process goes on that it started. */
function noteThread({ folder }: RecordingSettings, thread: number): void {
  if (existsSync(folder)) appendFileSync(join(folder, threadsFile), `${process.pid}.${thread}\n`);
}

function record(settings: RecordingSettings): void {
  if (!settings.inlining) turnOffInlining();
  if (settings.split) splitTexts(settings);
  // Actions at the end run in reverse order, so sampling of this thread stops before workers are waited for.
  // Not while counting: the sessions of this thread in its workers would hold them at their exceptions.
  if (settings.task === 'sample' || settings.task === 'lines') keepWorkers();
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
if (settings) {
  passOnSettings(
    { ...settings, root: settings.root || process.pid },
    preloading(fileURLToPath(import.meta.url)),
    (thread) => {
      if (isWanted(settings)) noteThread(settings, thread);
    },
  );
  if (isWanted(settings)) record(settings);
  else tellOthers(settings);
}
