import type MagicString from 'magic-string';
import type { Node, ParsedSource } from './parse.js';

/** Puts code before a script's first statement and behind its directives. */
export function insertProlog(text: MagicString, source: ParsedSource, code: string): void {
  const directive = lastDirective(source.program.body);
  if (directive) text.appendLeft(directive.end, `; ${code}`);
  else text.appendLeft(source.program.hashbang ? afterLineBreak(source.text, 0) : 0, `${code} `);
}

export function lastDirective(statements: readonly Node[]): Node | undefined {
  return statements.filter((statement) => 'directive' in statement && statement.directive).at(-1);
}

/** Offset of the next line's start. */
export function afterLineBreak(text: string, at: number): number {
  const lineBreak = text.indexOf('\n', at);
  return lineBreak === -1 ? text.length : lineBreak + 1;
}
