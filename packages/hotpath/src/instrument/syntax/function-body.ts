import type { FunctionNode, Node } from './parse.js';
import { lastDirective } from './prolog.js';

/** The offset after the opening brace and the directives of a function's block. */
export function bodyStart(text: string, body: Node): number {
  const statements = 'body' in body && Array.isArray(body.body) ? (body.body as Node[]) : [];
  return lastDirective(statements)?.end ?? text.indexOf('{', body.start) + 1;
}

/** The offset after the arrow of a function with an expression body. Parentheses around the body belong to no node. */
export function afterArrow(text: string, owner: FunctionNode, body: Node): number {
  const arrow = text.lastIndexOf('=>', body.start);
  return arrow > owner.start ? arrow + 2 : body.start;
}
