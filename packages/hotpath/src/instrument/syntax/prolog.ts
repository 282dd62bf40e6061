import { afterLineBreak } from '../../model/text/lines.js';
import type { Insertions } from './insertions.js';
import type { Node } from './parse.js';

/** Inserts code before the first statement of a script and after its directives. */
export function insertProlog(insertions: Insertions, code: string): void {
  const { program, text } = insertions.source;
  const directive = lastDirective(program.body);
  if (directive) insertions.at(directive.end, `; ${code}`);
  else insertions.at(program.hashbang ? afterLineBreak(text, 0) : 0, `${code} `);
}

/** The last directive, such as `'use strict'`, of a statement list. */
export function lastDirective(statements: readonly Node[]): Node | undefined {
  return statements.filter((statement) => 'directive' in statement && statement.directive).at(-1);
}
