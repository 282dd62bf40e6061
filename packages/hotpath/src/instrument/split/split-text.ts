import { decode, encode } from '@jridgewell/sourcemap-codec';
import type { Comment } from 'acorn';
import { brokenMappings, type PlaceBefore, placesBefore } from './broken-mappings.js';
import { findBreaks } from './find-breaks.js';
import { type GeneratedLines, generatedLines, hasMixedLine } from './generated-lines.js';
import { type ScriptKind, type ScriptParts, scriptParts } from './script-tokens.js';

/** A source map as its JSON has it, as far as it is used. */
export interface PlainMap {
  readonly mappings: string;
  readonly sourceRoot?: string | undefined;
}

export interface SplitText {
  /** Its last comment holds the source map. */
  readonly text: string;
  /** Of each line. */
  readonly before: readonly PlaceBefore[];
}

/** What the last comment of a script names as its source map, by the text of the comment. */
const naming = /^[#@]\s+sourceMappingURL=\s*([^\s'"]+)\s*$/;

/**
 * Inserts line ends into a script where its source map has another original line, so that time by lines is time by original lines.
 * Null where that changes nothing, and where it is not certain to leave the meaning as it is. `mapAt` gives the map of an address.
 */
export function splitText(
  text: string,
  kinds: readonly ScriptKind[],
  mapAt: (address: string) => PlainMap | null,
): SplitText | null {
  const address = [...text.matchAll(/[#@]\s+sourceMappingURL=\s*([^\s'"]+)/g)].at(-1)?.[1];
  const map = address === undefined ? null : mapAt(address);
  if (!map) return null;
  const mappings = decode(map.mappings);
  if (!hasMixedLine(mappings)) return null;
  const parts = firstOf(kinds, (kind) => scriptParts(text, kind));
  const comment = parts && mapComment(parts, address as string);
  if (!comment) return null;
  const lines = generatedLines(text, mappings);
  const breaks = findBreaks(parts, lines);
  if (breaks.length === 0) return null;
  const before = placesBefore(lines.lineAt(text.length) + 1, breaks, lines);
  const broken = encode(brokenMappings(mappings, before, lines));
  const named = withMap(comment, { ...map, mappings: broken });
  return { text: withBreaks(text, breaks, comment, named), before };
}

export type { GeneratedLines, PlaceBefore };

function firstOf<T, U>(values: readonly T[], of: (value: T) => U | null): U | null {
  for (const value of values) {
    const found = of(value);
    if (found !== null) return found;
  }
  return null;
}

function mapComment({ comments }: ScriptParts, address: string): Comment | null {
  const last = comments.findLast(({ value }) => naming.test(value));
  return last && naming.exec(last.value)?.[1] === address ? last : null;
}

function withMap({ type }: Comment, map: PlainMap): string {
  const data = Buffer.from(JSON.stringify(map)).toString('base64');
  const named = `# sourceMappingURL=data:application/json;base64,${data}`;
  return type === 'Block' ? `/*${named} */` : `//${named}`;
}

function withBreaks(text: string, breaks: readonly number[], { start, end }: Comment, named: string): string {
  const edges = [0, ...breaks];
  const pieces = edges.map((from, index) => {
    const to = edges[index + 1] ?? text.length;
    const hasComment = from <= start && end <= to;
    return hasComment ? text.slice(from, start) + named + text.slice(end, to) : text.slice(from, to);
  });
  return pieces.join('\n');
}
