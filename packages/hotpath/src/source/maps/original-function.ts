import type { ProfiledFunction } from '../../model/profiles/profile.js';
import { scriptFile } from '../../model/text/script-file.js';
import type { ScriptReader } from '../scripts.js';

/** Returns a function that moves functions of generated scripts to their original places, by source maps. */
export function originalFunctions(read: ScriptReader): (called: ProfiledFunction) => ProfiledFunction {
  return (called) => {
    if (called.line < 1) return called;
    const sources = read(scriptFile(called.file))?.original;
    const place = sources?.placeOf(called.line, Math.max(0, called.column - 1));
    return place ? { ...called, ...place, column: 0 } : called;
  };
}
