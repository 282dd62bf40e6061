import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RanScript } from '../../model/profiles/ran-script.js';
import { openStackSampler, type SampledThread } from '../../v8/live/stack-sampler.js';
import { watchScripts } from '../../v8/live/thread-scripts.js';
import { openThreadSession } from '../../v8/live/thread-session.js';
import { atEnd } from './at-end.js';
import type { RecordingSettings } from './settings.js';
import { hooksFile, splitterFile } from './split/split-script.js';
import { threadFiles } from './thread-files.js';

/** The stacks of a thread; `refused` is the reason if there are none. */
export interface ThreadStacks extends SampledThread {
  readonly refused: string | null;
  /** The scripts of the stacks whose text is not that of their file. */
  readonly scripts: readonly RanScript[];
}

export const stackFiles = threadFiles<ThreadStacks>('stacks');

/** Samples this thread from now on, with the lines of callers, and writes the stacks at its end. */
export function sampleLines({ folder, intervalUs }: RecordingSettings): void {
  const sampler = openStackSampler(intervalUs);
  if (typeof sampler === 'string') {
    stackFiles.write(folder, { refused: sampler, stacks: [], nsPerSample: 0, scripts: [] });
    return;
  }
  sampler.start();
  atEnd(() => {
    const sampled = withoutOwn(sampler.stop());
    const files = new Set(sampled.stacks.flatMap(({ frames }) => frames.map(({ file }) => file)));
    // Not Node's own scripts: their lines are nobody's to change.
    const isWanted = (file: string): boolean => isAbsolute(file) && files.has(file);
    const scripts = watchScripts(openThreadSession()).changed(isWanted);
    stackFiles.write(folder, { refused: null, ...sampled, scripts });
  });
}

/** The stacks without frames of hotpath, whose build bundles this file into the hook, and without the time of splitting texts. */
function withoutOwn({ stacks, nsPerSample }: SampledThread): SampledThread {
  const own = new Set([fileURLToPath(import.meta.url), hooksFile]);
  const others = stacks
    .filter(({ frames }) => !frames.some(({ file }) => file === splitterFile))
    .map(({ frames, count }) => ({ frames: frames.filter(({ file }) => !own.has(file)), count }));
  return { stacks: others, nsPerSample };
}
