import { functionAt } from '../places/find-functions.js';
import { lineAt } from '../places/find-lines.js';
import type { Node, ParsedSource } from '../syntax/parse.js';
import { lastDirective } from '../syntax/prolog.js';

/** A place to mark as a region. */
export interface MarkedPlace {
  readonly kind: 'function' | 'line';
  readonly start: number;
  /** Text of the mark. */
  readonly name: string;
}

export interface MarkedText {
  readonly text: string;
  /** Places that no pair of marks can stand around. */
  readonly unmarked: readonly MarkedPlace[];
}

/** Inserts the marks of regions around places: around a statement, or around all statements of a function. */
export function markRegions(source: ParsedSource, places: readonly MarkedPlace[]): MarkedText {
  const found = places.map((place) => ({ place, span: spanOf(source, place) }));
  const marks = found.flatMap(({ place, span }) => (span ? marksOf(source, place, span) : []));
  return {
    text: inserted(source.text, marks),
    unmarked: found.filter(({ span }) => span === null).map(({ place }) => place),
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** From the first statement to the end of the last; null where there is no statement. */
function spanOf(source: ParsedSource, { kind, start }: MarkedPlace): Span | null {
  if (kind === 'line') {
    const line = lineAt(source, start);
    return { from: line.start, to: line.end };
  }
  const { body } = functionAt(source, start);
  if (body?.type !== 'BlockStatement') return null;
  const all: readonly Node[] = body.body;
  const statements = all.slice(all.indexOf(lastDirective(all) as Node) + 1);
  const [first, last] = [statements[0], statements.at(-1)];
  return first && last ? { from: first.start, to: last.end } : null;
}

interface Mark {
  readonly at: number;
  readonly text: string;
  /** Marks at the same offset: those that close before those that open, inner ones first to close and last to open. */
  readonly order: number;
}

function marksOf({ text }: ParsedSource, { name }: MarkedPlace, { from, to }: Span): Mark[] {
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const before = text.slice(lineStart, from);
  const indent = /^[ \t]*/.exec(before)?.[0] ?? '';
  const isFirst = before.trim() === '';
  const lineEnd = text.indexOf('\n', to);
  const rest = text.slice(to, lineEnd === -1 ? text.length : lineEnd);
  const isLast = /^[ \t]*(\/\/.*)?$/.test(rest);
  const length = to - from;
  return [
    {
      at: isFirst ? lineStart : from,
      text: isFirst ? `${indent}// #region ${name}\n` : `\n${indent}// #region ${name}\n${indent}`,
      order: -length,
    },
    {
      at: isLast ? to + rest.length : to,
      text: isLast ? `\n${indent}// #endregion` : `\n${indent}// #endregion\n${indent}`,
      order: length - text.length,
    },
  ];
}

function inserted(text: string, marks: readonly Mark[]): string {
  let result = '';
  let from = 0;
  for (const mark of [...marks].sort((a, b) => a.at - b.at || a.order - b.order)) {
    result += text.slice(from, mark.at) + mark.text;
    from = mark.at;
  }
  return result + text.slice(from);
}
