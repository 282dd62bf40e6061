import { type ParseResult, parseSync } from 'oxc-parser';
import { UserError } from '../../errors.js';
import { lineIndex, lineStarts } from '../../model/text/lines.js';

/** Code of an option, within a text that makes it a module. */
export interface WrappedCode {
  /** The option. */
  readonly option: string;
  readonly before: string;
  readonly code: string;
  readonly after: string;
}

/** Parses TypeScript as a module; null if it has an error of syntax. */
export function parsed({ before, code, after }: WrappedCode): ParseResult | null {
  const result = parse(before + code + after);
  return firstError(result) ? null : result;
}

/** The mistake in code that does not parse, with its place within the code. */
export function syntaxMistake({ option, before, code, after }: WrappedCode): UserError {
  const problem = firstError(parse(before + code + after));
  const found = (problem?.labels[0]?.start ?? 0) - before.length;
  const at = Math.min(Math.max(found, 0), code.length);
  const line = lineIndex(code)(at);
  const column = at - (lineStarts(code)[line - 1] ?? 0) + 1;
  const message = problem?.message.split('\n', 1)[0] ?? 'it is neither an expression nor statements';
  return new UserError(
    `${option}:${line}:${column}: syntax error: ${message}`,
    `It is ${at >= code.length ? 'at the end' : `before ${JSON.stringify(code.slice(at, at + 12))}`}. Fix the code; your shell may have changed its quotes or $.`,
  );
}

function parse(text: string): ParseResult {
  return parseSync('code.mts', text, { sourceType: 'module' });
}

function firstError(result: ParseResult) {
  return result.errors.find(({ severity }) => severity === 'Error');
}
