import { type FunctionNode, isFunction, type Node, type ParsedSource, walk } from '../syntax/parse.js';
import { gone } from './gone.js';

/** The statements of one statement list that begin on the same line. */
export interface StatementLine {
  /** UTF-16 offsets: start of the first statement, end of the last. */
  readonly start: number;
  readonly end: number;
  readonly owner: FunctionNode;
  /** The enclosing nodes, from the function's body inwards. */
  readonly around: readonly Node[];
}

/** Statements that are hoisted or have no effect. */
const unordered = /^(Function|Class|TS\w+)Declaration$|^EmptyStatement$/;

/** The lines of a function on which statements begin, in source order. Inner functions are not included. */
export function findLines(source: ParsedSource, owner: FunctionNode): StatementLine[] {
  const found: StatementLine[] = [];
  walk(owner.body as Node, (node, parents) => {
    if (isFunction(node)) return false;
    const around = [...parents, node];
    for (const [first, last] of byLine(source, statementsOf(node)))
      found.push({ start: first.start, end: last.end, owner, around });
    return undefined;
  });
  return found.sort((a, b) => a.start - b.start);
}

/** The line whose first statement starts at an offset. Throws a UserError if there is none because the file has changed. */
export function lineAt(source: ParsedSource, start: number): StatementLine {
  let innermost: FunctionNode | undefined;
  walk(source.program, (node) => {
    if (node.type !== 'Program' && (node.start > start || node.end <= start)) return false;
    if (isFunction(node)) innermost = node;
    return undefined;
  });
  const lines = innermost ? findLines(source, innermost) : [];
  return lines.find((line) => line.start === start) ?? gone(source, start, 'line');
}

function statementsOf(node: Node): readonly Node[] {
  const list = node.type === 'BlockStatement' ? node.body : node.type === 'SwitchCase' ? node.consequent : [];
  return list.filter(
    (statement) => !unordered.test(statement.type) && !('directive' in statement && statement.directive),
  );
}

/** Groups neighbouring statements that begin on the same line, as first and last statement. */
function byLine(source: ParsedSource, statements: readonly Node[]): (readonly [Node, Node])[] {
  const groups: [Node, Node][] = [];
  for (const statement of statements) {
    const last = groups.at(-1);
    if (last && source.lineAt(last[0].start) === source.lineAt(statement.start)) last[1] = statement;
    else groups.push([statement, statement]);
  }
  return groups;
}
