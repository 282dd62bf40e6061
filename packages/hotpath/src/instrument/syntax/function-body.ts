import { gone } from '../places/find-regions.js';
import { type FunctionNode, isFunction, type Node, type ParsedSource, walk } from './parse.js';
import { lastDirective } from './prolog.js';

/** The function that starts at an offset. Throws a UserError when the file has changed. */
export function functionAt(source: ParsedSource, start: number): FunctionNode {
  let found: FunctionNode | undefined;
  walk(source.program, (node) => {
    if (isFunction(node) && node.start === start) found = node;
    return node.type === 'Program' || (node.start <= start && node.end > start) ? undefined : false;
  });
  return found ?? gone(source, start, 'function');
}

/** Behind the brace and the directives of a function's block. */
export function bodyStart(text: string, body: Node): number {
  const statements = 'body' in body && Array.isArray(body.body) ? (body.body as Node[]) : [];
  return lastDirective(statements)?.end ?? text.indexOf('{', body.start) + 1;
}

/** Behind the arrow of a function whose body is an expression, which may stand in parentheses that belong to no node. */
export function afterArrow(text: string, owner: FunctionNode, body: Node): number {
  const arrow = text.lastIndexOf('=>', body.start);
  return arrow > owner.start ? arrow + 2 : body.start;
}
