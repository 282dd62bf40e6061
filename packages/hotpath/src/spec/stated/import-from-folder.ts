import type { ParseResult } from 'oxc-parser';
import { importFrom } from '../../model/path/import-from.js';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Changes of a text, by offsets into it. */
export interface TextChange extends Span {
  readonly text: string;
}

/** Lets all imports of a module be resolved from a folder. */
export function importsFrom(folder: string, { module }: ParseResult): TextChange[] {
  const fixed = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest),
    ...module.staticExports.flatMap(({ entries }) => entries.slice(0, 1).map((entry) => entry.moduleRequest)),
  ];
  const start = importFrom(folder, '');
  return [
    ...fixed.flatMap((request) =>
      request
        ? [{ start: request.start, end: request.end, text: JSON.stringify(start + request.value) }]
        : [],
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest: { start: from, end } }) => [
      { start: from, end: from, text: `${JSON.stringify(start)} + (` },
      { start: end, end, text: ')' },
    ]),
  ];
}

/** Applies changes that do not overlap. */
export function changed(text: string, changes: readonly TextChange[]): string {
  const ordered = changes
    .map((change, index) => ({ ...change, index }))
    .sort((a, b) => b.start - a.start || b.index - a.index);
  return ordered.reduce((result, one) => result.slice(0, one.start) + one.text + result.slice(one.end), text);
}
