import type { ScriptOutline } from '../../model/path/script-outline.js';

export const theScript = 0;

/**
 * The index of the function that a profiler reports with a name and a line: the innermost function of that name around the
 * line. If there is none, the innermost function of any name, because V8 infers some names; for an empty name, the script.
 */
export function functionAt({ functions }: ScriptOutline, name: string, line: number): number {
  const called = lastPart(name);
  let named: number | null = null;
  let innermost = theScript;
  for (const [index, one] of functions.entries()) {
    if (index === theScript || line < one.line || line > one.endLine) continue;
    innermost = index;
    if (one.name === called) named = index;
  }
  return named ?? (called === '' ? theScript : innermost);
}

/** V8 writes `Class.member`, `get member` and `module.exports.member`. */
function lastPart(name: string): string {
  return name.split(/[. ]/).at(-1) ?? '';
}
