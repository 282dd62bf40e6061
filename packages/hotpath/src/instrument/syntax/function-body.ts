import type { FunctionNode, Node, ParsedSource } from './parse.js';
import { lastDirective } from './prolog.js';

/** The text of a function's body without its braces: from its directives on, or the expression after an arrow. */
export interface BodyText {
  readonly from: number;
  readonly to: number;
  /** Whether it is the expression of an arrow function. */
  readonly isExpression: boolean;
}

export function bodyText(source: ParsedSource, owner: FunctionNode): BodyText {
  const body = owner.body as Node;
  return body.type === 'BlockStatement'
    ? { from: bodyStart(source.text, body), to: body.end - 1, isExpression: false }
    : { from: afterArrow(source, owner, body), to: owner.end, isExpression: true };
}

/** The offset after the opening brace and the directives of a function's block. */
function bodyStart(text: string, body: Node): number {
  const statements = 'body' in body && Array.isArray(body.body) ? (body.body as Node[]) : [];
  return lastDirective(statements)?.end ?? text.indexOf('{', body.start) + 1;
}

/**
 * The offset after the arrow of a function with an expression body. Only comments, which may contain arrows, lie between the two;
 * parentheses around the body may belong to no node.
 */
function afterArrow({ text, comments }: ParsedSource, owner: FunctionNode, body: Node): number {
  let at = text.lastIndexOf('=>', body.start);
  for (;;) {
    const comment = comments.find(({ start, end }) => start <= at && at < end);
    if (!comment) break;
    at = text.lastIndexOf('=>', comment.start);
  }
  return at > owner.start ? at + 2 : body.start;
}
