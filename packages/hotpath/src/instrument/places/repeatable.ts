import { findEffect } from '../effects/find-effect.js';
import { jumpsIn } from '../syntax/jumps.js';
import { isFunction, type Node, type ParsedSource, walk } from '../syntax/parse.js';
import { assignedOutside } from './assigned-outside.js';
import type { Region } from './find-regions.js';

/** Why a region cannot or must not run twice in one execution, or be left out of one; null where it may. */
export interface Repeatability {
  /** No mark can help: the loop around it would not mean the same. */
  readonly impossible: string | null;
  /** As far as the text tells, a second run could change something; the path's owner may know better. */
  readonly unsafe: string | null;
  /** Why an execution that is left out could be missed: it changes more than variables that can be given their values. */
  readonly missed: string | null;
}

/** A comment inside a region that says it may run many times in a row. */
const mark = /^\s*hotpath: repeatable\s*$/;

/** Judges a region by its syntax. What it calls is followed within the file. */
export function repeatability(source: ParsedSource, region: Region): Repeatability {
  const marked = source.comments.some(
    (comment) =>
      comment.start >= region.bodyStart && comment.end <= region.bodyEnd && mark.test(comment.value),
  );
  const effect = marked ? undefined : findEffect(source, region.statements);
  const left = marked ? undefined : findEffect(source, region.statements, [], assignedOutside(region));
  return {
    impossible: whyImpossible(region),
    unsafe: effect ? `${effect.what} (line ${effect.line})` : null,
    missed: left ? `${left.what} (line ${left.line})` : null,
  };
}

function whyImpossible(region: Region): string | null {
  const stretch = { from: region.bodyStart, to: region.bodyEnd };
  const astray = jumpsIn(region.owner.body as Node).some(
    ({ node, leaves }) =>
      node.type !== 'ReturnStatement' && !('label' in node && node.label) && leaves(stretch),
  );
  if (astray) return 'a `break` or `continue` leads out of it';
  for (const statement of region.statements) {
    if (statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration')
      return 'it declares a function or class';
    if (statement.type !== 'VariableDeclaration') continue;
    if (statement.kind.includes('using')) return 'it declares a resource with `using`';
    if (statement.kind === 'let' && region.statements.some(holdsFunction))
      return 'a function inside it may keep a variable that it declares with `let`';
  }
  return null;
}

function holdsFunction(statement: Node): boolean {
  let found = false;
  walk(statement, (node) => {
    found ||= isFunction(node);
    return undefined;
  });
  return found;
}
