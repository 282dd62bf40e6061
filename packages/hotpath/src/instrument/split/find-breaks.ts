import type { GeneratedLines } from './generated-lines.js';
import { originalLine } from './generated-lines.js';
import { mayBreak } from './may-break.js';
import type { ScriptParts } from './script-tokens.js';

/**
 * The offsets, ascending, at which line ends give each original line a generated line of its own. Only lines on which statements or
 * functions of several original lines begin are broken: others have their time by line already.
 */
export function findBreaks({ tokens, starts }: ScriptParts, lines: GeneratedLines): number[] {
  const mixed = mixedLines(starts, lines);
  const breaks: number[] = [];
  let line = -1;
  let current: string | null = null;
  for (const [index, token] of tokens.entries()) {
    const own = lines.lineAt(token.start);
    if (!mixed.has(own)) continue;
    const original = originalLine(lines.segmentAt(own, token.start - lines.startOf(own)));
    if (own !== line) [line, current] = [own, original];
    if (original === null || original === current) continue;
    const before = tokens[index - 1];
    if (!before || !mayBreak(before, token)) continue;
    breaks.push(token.start);
    current = original;
  }
  return breaks;
}

/** Lines on which statements or functions of several original lines begin. */
function mixedLines(starts: readonly number[], lines: GeneratedLines): ReadonlySet<number> {
  const first = new Map<number, string>();
  const mixed = new Set<number>();
  for (const start of starts) {
    const line = lines.lineAt(start);
    const original = originalLine(lines.segmentAt(line, start - lines.startOf(line)));
    if (original === null) continue;
    const known = first.get(line);
    if (known === undefined) first.set(line, original);
    else if (known !== original) mixed.add(line);
  }
  return mixed;
}
