import { isDataFile, isScript } from '../files/runnable.js';
import { isFolder } from '../files/target-file.js';

const packed = '(?:\\.(?:gz|br|zst))';
const format = '\\.(?:cpuprofile|pb|pprof|collapsed|folded|speedscope\\.json|json)';

const profileEnding = new RegExp(`${format}${packed}?$|${packed}$`, 'i');
const ownEnding = new RegExp(`(?:${format}|\\.txt)?${packed}?$`, 'i');
const nodeEnding = new RegExp(`\\.cpuprofile${packed}?$`, 'i');

/** Whether inputs are profiles and not a command: by their endings, or because the first one is a file that cannot be run. */
export function areProfiles(inputs: readonly string[], folder: string): boolean {
  const [first] = inputs as readonly [string, ...string[]];
  if (profileEnding.test(first)) return true;
  if (isDataFile(first, folder) && !isScript(first)) return true;
  return inputs.every((name) => profileEnding.test(name) || isFolder(name, folder));
}

/** Whether a file is one that `node --cpu-prof` wrote, packed or not. */
export function isNodeProfile(name: string): boolean {
  return nodeEnding.test(name);
}

/** The name of a profile without its ending. */
export function withoutEnding(name: string): string {
  return name.replace(ownEnding, '');
}
