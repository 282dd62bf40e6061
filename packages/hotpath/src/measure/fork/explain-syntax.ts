import { readFileSync } from 'node:fs';
import { compile } from '../../instrument/edits/compile.js';
import { isTypeScript, parseSource } from '../../instrument/syntax/parse.js';
import { recentSyntaxAt } from '../../instrument/syntax/recent-syntax.js';
import { originalSources } from '../../source/maps/original-sources.js';
import type { ScriptPlace } from './watch-scripts.js';

/** What is at a place in a script that V8 refused. */
export interface SyntaxExplanation {
  /** The line in the file; the text that V8 got may have others. */
  readonly line: number;
  /** The syntax that this Node cannot run, in words; null where the file is wrong for other reasons. */
  readonly syntax: string | null;
}

/** Reads the file again. It takes the compiler, so it is loaded only where something failed. */
export function explainSyntax({ file, line, column }: ScriptPlace): SyntaxExplanation {
  try {
    const text = readFileSync(file, 'utf8');
    const original = isTypeScript(file) ? originalLine(file, text, { line, column }) : line;
    return { line: original, syntax: recentSyntaxAt(parseSource(file, text), original) };
  } catch {
    return { line, syntax: null };
  }
}

function originalLine(file: string, text: string, { line, column }: Omit<ScriptPlace, 'file'>): number {
  const sources = originalSources(file, compile(file, text, [], 'undefined'));
  if (sources === null || typeof sources === 'string') return line;
  return sources.placeOf(line, column)?.line ?? line;
}
