import { appendFileSync, writeFileSync } from 'node:fs';
import { type Profiler, Session } from 'node:inspector';
import { join } from 'node:path';
import { isMainThread, threadId } from 'node:worker_threads';
import { profileName } from './profile-name.js';
import { type RecordingSettings, rootsFile, settingsVariable } from './settings.js';

/** Preloaded into a recorded program: profiles this thread from here on and writes the profile when it ends. */
function record(settings: RecordingSettings): void {
  const session = new Session();
  session.connect();
  const started = new Date();
  session.post('Profiler.enable');
  session.post('Profiler.setSamplingInterval', { interval: settings.intervalUs });
  session.post('Profiler.start');
  let isSaved = false;
  const save = (): void => {
    if (isSaved) return;
    isSaved = true;
    // Within one thread the inspector answers before `post` returns.
    session.post('Profiler.stop', (problem: Error | null, answer: Profiler.StopReturnType) => {
      if (problem) return;
      const name = profileName(started, process.pid, threadId);
      writeFileSync(join(settings.folder, name), JSON.stringify(answer.profile));
    });
  };
  process.once('exit', save);
  if (isMainThread) for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) saveAt(signal, save);
}

/** A signal that would end the process without its `exit` event ends it all the same, after the profile is saved. */
function saveAt(signal: NodeJS.Signals, save: () => void): void {
  const stop = (): void => {
    if (process.listenerCount(signal) > 0) {
      // The program handles the signal itself, and may go on.
      process.once(signal, stop);
      return;
    }
    save();
    process.kill(process.pid, signal);
  };
  process.once(signal, stop);
}

/** What this process is to do; null where it is not to be recorded. */
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

const settings = ownSettings();
if (settings?.task === 'sample') record(settings);
else if (settings?.root === 0) appendFileSync(join(settings.folder, rootsFile), `${process.pid}\n`);
