import MagicString from 'magic-string';
import { afterLineBreak } from '../../model/text/lines.js';
import { type Node, type ParsedSource, parseSource } from '../syntax/parse.js';
import { lastDirective } from '../syntax/prolog.js';
import { helpersFor } from './helpers.js';
import { type Reference, referencesTo } from './references.js';
import { isModuleSyntax, type ModuleNames, rewriteStatement } from './rewrite-statement.js';
import { moduleName, writeExports } from './write-exports.js';

/**
 * CommonJS of a JavaScript text with `import` and `export`, as the TypeScript compiler makes it of .cts files: names stay
 * live, and functions are exported before the module runs. Lines stay in place. A text without such syntax is as it was.
 */
export function toCommonJs(file: string, code: string): string {
  const source = parseSource(file.replace(/\.[^.]*$/, '.mjs'), code);
  if (!source.program.body.some(isModuleSyntax)) return code;
  const text = new MagicString(code);
  const names: ModuleNames = { imports: new Map(), exports: new Map(), all: [] };
  source.program.body.forEach((statement, index) => {
    rewriteStatement(statement, moduleName(index), text, names);
  });
  for (const reference of referencesTo(source.program, new Set(names.imports.keys())))
    replaceReference(reference, text, names.imports);
  insertProlog(source, text, names);
  const made = text.toString();
  return `${made}\n${helpersFor(made)} ${exportedNames(names)}`;
}

function replaceReference(
  { name, start, end, kind }: Reference,
  text: MagicString,
  imports: ReadonlyMap<string, string>,
): void {
  const value = imports.get(name) as string;
  const code = { value, call: `(0, ${value})`, shorthand: `${name}: ${value}` };
  text.overwrite(start, end, code[kind]);
}

/** At the beginning, so that modules that this one requires find its functions. */
function insertProlog({ program, text: code }: ParsedSource, text: MagicString, names: ModuleNames): void {
  const isExporting = program.body.some(({ type }: Node) => type.startsWith('Export'));
  const prolog = isExporting ? `${writeExports(program, names, text)} ` : '';
  const directive = lastDirective(program.body);
  text.appendLeft(program.hashbang ? afterLineBreak(code, 0) : 0, `"use strict"; ${directive ? '' : prolog}`);
  if (directive) text.appendLeft(directive.end, `; ${prolog}`);
}

/** Never runs: it tells readers of CommonJS text the names of the exports. */
function exportedNames({ exports, all }: ModuleNames): string {
  const own = [...exports.keys()].map((name) => `${JSON.stringify(name)}: exports`);
  const others = all.map((request) => `...require(${JSON.stringify(request)})`);
  return `0 && (module.exports = { ${[...own, ...others].join(', ')} });`;
}
