import { dirname, relative } from 'node:path';
import type { ScriptKind } from '../../../instrument/split/script-tokens.js';
import { type PlainMap, type SplitText, splitText } from '../../../instrument/split/split-text.js';
import { mapText } from '../../../source/maps/map-text.js';

/* Bundled with a parser into a file of its own, which a recorded program loads when it meets the first text that may have to be split. */

/** Splits the text of a script by its source map (`splitText`). `file` is its absolute path. */
export function splitScript(file: string, text: string, kinds: readonly ScriptKind[]): SplitText | null {
  return splitText(text, kinds, (address) => plainMap(file, address));
}

/** The map as it is meant from the script's folder; null if it cannot be read, or has sections. */
function plainMap(file: string, address: string): PlainMap | null {
  const found = mapText(file, address);
  if (typeof found === 'string') return null;
  try {
    const map = JSON.parse(found.json) as PlainMap;
    if (typeof map.mappings !== 'string') return null;
    const way = relative(dirname(file), found.folder).replaceAll('\\', '/');
    const root = map.sourceRoot ?? '';
    return way === '' || isWhole(root) ? map : { ...map, sourceRoot: `${way}/${root}` };
  } catch {
    return null;
  }
}

function isWhole(root: string): boolean {
  return /^([A-Za-z][A-Za-z0-9+.-]*:|\/)/.test(root);
}
