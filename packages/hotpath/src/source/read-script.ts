import { readFileSync } from 'node:fs';
import { outlineScript } from '../instrument/syntax/outline.js';
import { parseSource, scriptExtensions } from '../instrument/syntax/parse.js';
import type { ScriptOutline } from '../model/path/script-outline.js';
import { type OriginalPlaces, originalPlaces } from './original-place.js';

/** A script as V8 runs it. */
export interface ScriptText {
  readonly text: string;
  readonly outline: ScriptOutline;
  /** Null if the script is not generated. */
  readonly original: OriginalPlaces | null;
}

/** Returns a function that reads scripts by absolute path, each once. It returns null for a file that cannot be read or parsed. */
export function scriptReader(): (file: string) => ScriptText | null {
  const known = new Map<string, ScriptText | null>();
  return (file) => {
    let script = known.get(file);
    if (script === undefined) {
      script = readScript(file);
      known.set(file, script);
    }
    return script;
  };
}

function readScript(file: string): ScriptText | null {
  if (!file.startsWith('/') && !/^[A-Za-z]:[\\/]/.test(file)) return null;
  try {
    const text = readFileSync(file, 'utf8');
    const name = scriptExtensions.test(file) ? file : `${file}.js`;
    return { text, outline: outlineScript(parseSource(name, text)), original: originalPlaces(file, text) };
  } catch {
    return null;
  }
}
