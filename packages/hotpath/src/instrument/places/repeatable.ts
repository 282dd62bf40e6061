import { basename } from 'node:path';
import { type Effect, findEffect } from '../effects/find-effect.js';
import type { ProgramFiles } from '../effects/program-files.js';
import { jumpsIn } from '../syntax/jumps.js';
import { isFunction, type Node, type ParsedSource, walk } from '../syntax/parse.js';
import { assignedOutside } from './assigned-outside.js';
import { decidingIn } from './conditions.js';
import { declarations } from './declarations.js';
import type { Region } from './find-regions.js';

/** Reasons why a region may not run several times in one execution, or be skipped; null where it may. */
export interface Repeatability {
  /** Repeating would change the meaning of the code, whatever its effects. */
  readonly impossible: string | null;
  /** According to its text, a second run could have an effect. The author can override this with a mark. */
  readonly unsafe: string | null;
  /** The region has an effect that skipping would lose: more than assignments to variables, which skipping can replay. */
  readonly missed: string | null;
  /** Code after the region may run or not, as the values of the region decide, so that without it the path may be another one. */
  readonly steers: string | null;
}

/** The comment by which an author declares a region repeatable. */
const mark = /^\s*hotpath: repeatable\s*$/;

/** Judges a region by its syntax. Calls are followed into the files of the program. */
export function repeatability(source: ParsedSource, region: Region, files: ProgramFiles): Repeatability {
  const marked = source.comments.some(
    (comment) =>
      comment.start >= region.bodyStart && comment.end <= region.bodyEnd && mark.test(comment.value),
  );
  const effect = marked ? undefined : findEffect(source, region.statements, files);
  const left = marked ? undefined : findEffect(source, region.statements, files, assignedOutside(region));
  return {
    impossible: whyImpossible(region),
    unsafe: effect ? effectText(effect, source) : null,
    missed: left ? effectText(left, source) : null,
    steers: whatSteers(source, region),
  };
}

/** By their names: a value that reaches a condition through a call or another file is not seen. */
function whatSteers(source: ParsedSource, region: Region): string | null {
  const stretch = { from: region.bodyStart, to: region.bodyEnd };
  if (jumpsIn(region.owner.body as Node).some(({ leaves }) => leaves(stretch)))
    return 'it may return from its function';
  const given = [...assignedOutside(region), ...declarations(region).flatMap(({ names }) => names)];
  const deciding = decidingIn(source.program);
  const found = given.find((name) => deciding.has(name));
  return found === undefined ? null : `a condition depends on ${found}, which it gives a value`;
}

/** The effect, and where it is. */
export function effectText({ what, file, line }: Effect, source: ParsedSource): string {
  return `${what} (${file === source.file ? 'line ' : `${basename(file)}:`}${line})`;
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
