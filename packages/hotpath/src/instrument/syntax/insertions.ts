import MagicString from 'magic-string';
import type { ParsedSource } from './parse.js';

/** Code around a stretch of text. */
interface Wrap {
  readonly from: number;
  readonly to: number;
  readonly before: string;
  readonly after: string;
}

/**
 * Code to insert into a source, of which no line moves. All of it is collected first: where several insertions meet at one offset, their
 * nesting decides their order, not the order in which they were asked for.
 */
export interface Insertions {
  readonly source: ParsedSource;
  /** Puts code around a stretch. Of stretches that are the same, the one that was asked for last is outside. */
  around(from: number, to: number, before: string, after: string): void;
  /** The same, inside of all others around the same stretch. */
  inside(from: number, to: number, before: string, after: string): void;
  /** Puts code after what ends at an offset, and before what begins there. */
  at(offset: number, code: string): void;
  /** Replaces text in which nothing is inserted. */
  replace(from: number, to: number, code: string): void;
  /** The source with all code. */
  write(): MagicString;
}

export function createInsertions(source: ParsedSource): Insertions {
  const text = new MagicString(source.text, { filename: source.file });
  const wraps: Wrap[] = [];
  const points: { readonly at: number; readonly code: string }[] = [];
  return {
    source,
    around: (from, to, before, after) => void wraps.push({ from, to, before, after }),
    inside: (from, to, before, after) => void wraps.unshift({ from, to, before, after }),
    at: (at, code) => void points.push({ at, code }),
    replace: (from, to, code) => void text.overwrite(from, to, code),
    write() {
      const offsets = new Set([
        ...wraps.flatMap(({ from, to }) => [from, to]),
        ...points.map(({ at }) => at),
      ]);
      for (const offset of offsets) text.appendLeft(offset, codeAt(offset, wraps, points));
      return text;
    },
  };
}

function codeAt(
  offset: number,
  wraps: readonly Wrap[],
  points: readonly { readonly at: number; readonly code: string }[],
): string {
  const ending = wraps.filter(({ from, to }) => to === offset && from < offset);
  const beginning = wraps.filter(({ from, to }) => from === offset && to > offset);
  const empty = wraps.filter(({ from, to }) => from === offset && to === offset);
  return [
    // The shorter one is inside; sorting keeps the order of those that are the same.
    ...ending.sort((a, b) => b.from - a.from).map(({ after }) => after),
    ...points.filter(({ at }) => at === offset).map(({ code }) => code),
    ...empty.toReversed().map(({ before }) => before),
    ...empty.map(({ after }) => after),
    ...beginning
      .toReversed()
      .sort((a, b) => b.to - a.to)
      .map(({ before }) => before),
  ].join('');
}
