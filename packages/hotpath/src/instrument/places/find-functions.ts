import { nameOf } from '../syntax/function-name.js';
import { type FunctionNode, isFunction, type ParsedSource, walk } from '../syntax/parse.js';
import { gone } from './gone.js';

/** A function with a name. */
export interface NamedFunction {
  /** `name`, or `Class.name` for a member. */
  readonly name: string;
  readonly node: FunctionNode;
}

/** All named functions of a source that have a body: declarations, assigned functions, members of classes and of object literals. */
export function findFunctions(source: ParsedSource): NamedFunction[] {
  const found: NamedFunction[] = [];
  walk(source.program, (node, parents) => {
    if (!isFunction(node) || !node.body) return undefined;
    const name = nameOf(node, parents);
    if (name) found.push({ name, node });
    return undefined;
  });
  return found;
}

/** Whether a function name matches `wanted`: exactly, or in its last part. */
export function answersTo(name: string, wanted: string): boolean {
  return name === wanted || name.split('.').at(-1) === wanted;
}

/** The function that starts at an offset. Throws a UserError if there is none because the file has changed. */
export function functionAt(source: ParsedSource, start: number): FunctionNode {
  let found: FunctionNode | undefined;
  walk(source.program, (node) => {
    if (isFunction(node) && node.start === start) found = node;
    return node.type === 'Program' || (node.start <= start && node.end > start) ? undefined : false;
  });
  return found ?? gone(source, start, 'function');
}
