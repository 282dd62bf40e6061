import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ProfiledFunction } from '../model/profiles/profile.js';
import { type OriginalPlaces, originalPlaces } from './original-place.js';

/** Returns a function that moves functions of generated scripts to their original places, by source maps. Each file is read once. */
export function originalFunctions(): (called: ProfiledFunction) => ProfiledFunction {
  const known = new Map<string, OriginalPlaces | null>();
  const placesOf = (file: string): OriginalPlaces | null => {
    const places = known.get(file) ?? (known.has(file) ? null : readPlaces(file));
    known.set(file, places);
    return places;
  };
  return (called) => {
    if (called.line < 1) return called;
    const place = placesOf(called.file)?.(called.line, Math.max(0, called.column - 1));
    return place ? { ...called, ...place, column: 0 } : called;
  };
}

function readPlaces(script: string): OriginalPlaces | null {
  if (!script.startsWith('file:') && !script.startsWith('/')) return null;
  try {
    const file = script.startsWith('file:') ? fileURLToPath(script) : script;
    return originalPlaces(file, readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
