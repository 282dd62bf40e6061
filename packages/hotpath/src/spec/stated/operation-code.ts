import type { ParseResult } from 'oxc-parser';
import { UserError } from '../../errors.js';
import { isFunction, type Node, walk } from '../../instrument/syntax/parse.js';
import { changed, importsFrom, type TextChange } from './import-from-folder.js';
import { parsed, syntaxMistake, type WrappedCode } from './parse-code.js';

/** The code of one operation as a function's body: `(` … `)` or `{` … `}` around it, on lines of their own. */
export interface OperationCode {
  readonly open: '(' | '{';
  readonly close: ')' | '}';
  readonly code: string;
  readonly isAsync: boolean;
}

/**
 * Reads code that is an expression or statements. Of statements, the value of the last is the result if that is an expression: what
 * computes it cannot be left out by the compiler. Throws a UserError with the place of a mistake of syntax.
 */
export function readOperation(option: string, code: string, folder: string): OperationCode {
  const expression = { option, before: '(\n', code, after: '\n)' };
  const asExpression = wholeOf(expression, 'ParenthesizedExpression');
  if (asExpression) return { open: '(', close: ')', ...codeOf(expression, asExpression, folder, []) };
  const statements = { option, before: 'async () => {\n', code, after: '\n}' };
  const asStatements = wholeOf(statements, 'ArrowFunctionExpression');
  if (!asStatements) throw syntaxMistake([statements, expression]);
  const last = lastStatement(asStatements);
  if (!last)
    throw new UserError(`${option}: has no code`, `Give an expression, such as ${option} 'parse(text)'.`);
  return { open: '{', close: '}', ...codeOf(statements, asStatements, folder, returned(last)) };
}

/** The parsed text where the code does not end what is around it; else null. */
function wholeOf(wrapped: WrappedCode, type: string): ParseResult | null {
  const result = parsed(wrapped);
  const [statement, ...others] = result?.program.body ?? [];
  if (statement?.type !== 'ExpressionStatement' || others.length > 0) return null;
  const { type: found, end } = statement.expression;
  const { before, code, after } = wrapped;
  return found === type && end === (before + code + after).length ? result : null;
}

function lastStatement({ program }: ParseResult): Node | undefined {
  const [statement] = program.body;
  const whole = statement?.type === 'ExpressionStatement' ? statement.expression : null;
  return whole?.type === 'ArrowFunctionExpression' && whole.body.type === 'BlockStatement'
    ? whole.body.body.at(-1)
    : undefined;
}

function returned(last: Node): TextChange[] {
  if (last.type !== 'ExpressionStatement') return [];
  const { start, end } = last.expression;
  return [
    { start, end: start, text: 'return (' },
    { start: end, end, text: ')' },
  ];
}

function codeOf(
  { before, code, after }: WrappedCode,
  result: ParseResult,
  folder: string,
  changes: readonly TextChange[],
): Pick<OperationCode, 'code' | 'isAsync'> {
  const text = changed(before + code + after, [...importsFrom(folder, result), ...changes]);
  return {
    code: text.slice(before.length, text.length - after.length),
    isAsync: awaits(result.program.body),
  };
}

/** Whether code has an `await` of its own, outside of further functions. */
function awaits(statements: readonly Node[]): boolean {
  let found = false;
  for (const statement of statements)
    walk(statement, (node, parents) => {
      found ||=
        node.type === 'AwaitExpression' ||
        (node.type === 'ForOfStatement' && node.await) ||
        (node.type === 'VariableDeclaration' && node.kind === 'await using');
      // The arrow function around statements is the operation itself.
      return !(isFunction(node) && (node.start > 0 || parents.length > 1));
    });
  return found;
}
