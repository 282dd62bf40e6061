import type MagicString from 'magic-string';
import type { Node, ParsedSource } from './parse.js';

/** Inserts code before the first statement of a script and after its directives. */
export function insertProlog(text: MagicString, source: ParsedSource, code: string): void {
  const directive = lastDirective(source.program.body);
  if (directive) text.appendLeft(directive.end, `; ${code}`);
  else text.appendLeft(source.program.hashbang ? afterLineBreak(source.text, 0) : 0, `${code} `);
}

/** The last directive, such as `'use strict'`, of a statement list. */
export function lastDirective(statements: readonly Node[]): Node | undefined {
  return statements.filter((statement) => 'directive' in statement && statement.directive).at(-1);
}

/** The offset at which the next line starts. */
export function afterLineBreak(text: string, at: number): number {
  const lineBreak = text.indexOf('\n', at);
  return lineBreak === -1 ? text.length : lineBreak + 1;
}
