import type { ProfiledFunction } from '../../model/profiles/profile.js';

export const anonymous = '(anonymous)';

/** A function as text, for formats with one text per frame: `name (file:line:column)`, as Node writes stacks. */
export function frameText({ name, file, line, column }: ProfiledFunction): string {
  const called = name || anonymous;
  if (file === '') return called;
  const place = line > 0 ? `${file}:${line}${column > 0 ? `:${column}` : ''}` : file;
  return `${called} (${place})`;
}

/** Parses the text of a frame. A text of another form is taken as the name. */
export function functionOfText(text: string): ProfiledFunction {
  const [, name, file, line, column] = /^(.*) \((.+?)(?::(\d{1,9})(?::(\d{1,9}))?)?\)$/s.exec(text) ?? [];
  if (name === undefined || file === undefined) return { name: unnamed(text), file: '', line: 0, column: 0 };
  return { name: unnamed(name), file, line: Number(line ?? 0), column: Number(column ?? 0) };
}

function unnamed(name: string): string {
  return name === anonymous ? '' : name;
}
