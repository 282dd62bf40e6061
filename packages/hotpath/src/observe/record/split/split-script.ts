import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileFunction } from 'node:vm';
import type { ScriptKind } from '../../../instrument/split/script-tokens.js';
import type { SplitText } from '../../../instrument/split/split-text.js';
import { noteSplit } from './split-notes.js';

/** Longer texts are left as they are: a megabyte takes about half a second and 50 MB. In UTF-16 units. */
const longestText = 4_000_000;

/** A line of this length is not one that people wrote. */
const longLine = 500;

/** The text of a script to run instead of the one that a loader gave; null: that one. Writes to `folder` what it did. */
export function splitScript(
  folder: string,
  file: string,
  text: string,
  kinds: readonly ScriptKind[],
): SplitText | null {
  const comment = lastMapComment(text);
  if (comment < 0) return null;
  const isInline = text.startsWith('data:', comment);
  const isMinified = hasLongLine(text, comment);
  // Packages name thousands of maps. Reading them would take longer than running some programs.
  if (!isInline && !isMinified && /[\\/]node_modules[\\/]/.test(file)) return null;
  if (comment > longestText) {
    if (isMinified) noteSplit(folder, { file, left: 'it is longer than 4 MB' });
    return null;
  }
  try {
    const split = splitter()(file, text, kinds);
    if (split) noteSplit(folder, { file, left: null });
    return split;
  } catch (problem) {
    noteSplit(folder, { file, left: (problem as Error).message });
    return null;
  }
}

const naming = 'sourceMappingURL=';

/** Where the address in the last comment of a script starts that names a map; -1 if there is none, or code follows. */
function lastMapComment(text: string): number {
  const at = text.lastIndexOf(naming) + naming.length;
  const end = text.slice(at).search(/\s|$/);
  return at >= naming.length && /^(\s|\/\/.*|\*\/)*$/.test(text.slice(at + end)) ? at : -1;
}

function hasLongLine(text: string, end: number): boolean {
  for (let start = 0; start < end; ) {
    const next = text.indexOf('\n', start);
    if ((next < 0 ? end : Math.min(next, end)) - start > longLine) return true;
    if (next < 0) return false;
    start = next + 1;
  }
  return false;
}

type Splitter = typeof import('./splitter.js')['splitScript'];
let loaded: Splitter | null = null;

/** The file of the splitter, next to the hook that the build bundles this file into. */
export const splitterFile = fileURLToPath(new URL('./splitter.cjs', import.meta.url));

/** The hooks for Node's thread of loader hooks. */
export const hooksFile = fileURLToPath(new URL('./split-hooks.mjs', import.meta.url));

/** Not by `require`, which a loader of the program may have changed. */
function splitter(): Splitter {
  if (!loaded) {
    const module = { exports: {} as { splitScript: Splitter } };
    const run = compileFunction(readFileSync(splitterFile, 'utf8'), ['module', 'exports', 'require'], {
      filename: splitterFile,
    });
    run(module, module.exports, createRequire(splitterFile));
    loaded = module.exports.splitScript;
  }
  return loaded;
}
