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

/** The mistake in code that does not parse in any of several ways, with its place within the code: the one that comes last. */
export function syntaxMistake(ways: readonly [WrappedCode, ...WrappedCode[]]): UserError {
  const [{ option, code }] = ways;
  const mistakes = ways.map(mistakeOf).sort((a, b) => b.at - a.at);
  const { at, message } = mistakes[0] as Mistake;
  const line = lineIndex(code)(at);
  const column = at - (lineStarts(code)[line - 1] ?? 0) + 1;
  const where = at >= code.length ? 'at the end' : `before ${JSON.stringify(code.slice(at, at + 12))}`;
  return new UserError(
    `${option}:${line}:${column}: syntax error: ${message}`,
    `It is ${where}. Fix the code; a shell may have changed its quotes or its $.`,
  );
}

interface Mistake {
  /** UTF-16 offset into the code. */
  readonly at: number;
  readonly message: string;
}

function mistakeOf({ before, code, after }: WrappedCode): Mistake {
  const problem = firstError(parse(before + code + after));
  const at = (problem?.labels[0]?.start ?? 0) - before.length;
  return {
    at: Math.min(Math.max(at, 0), code.length),
    message: problem?.message.split('\n', 1)[0] ?? 'it is neither an expression nor statements',
  };
}

/** Whether a module has no types. */
export function isJavaScript(text: string): boolean {
  return !firstError(parseSync('code.mjs', text, { sourceType: 'module' }));
}

function parse(text: string): ParseResult {
  return parseSync('code.mts', text, { sourceType: 'module' });
}

function firstError(result: ParseResult) {
  return result.errors.find(({ severity }) => severity === 'Error');
}
