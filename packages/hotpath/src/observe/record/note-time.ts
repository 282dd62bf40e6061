import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { atEnd } from './at-end.js';
import type { RecordingSettings } from './settings.js';

export const timeEnding = '.time';

/** Writes the processor time of all threads of this process from now to its end, in ms. */
export function noteTime({ folder }: RecordingSettings): void {
  if (!isMainThread) return;
  const before = process.cpuUsage();
  atEnd(() => {
    const { user, system } = process.cpuUsage(before);
    writeFileSync(join(folder, `${process.pid}${timeEnding}`), String((user + system) / 1000));
  });
}
