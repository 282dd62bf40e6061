import { nameOf } from '../syntax/function-name.js';
import { type FunctionNode, isFunction, type ParsedSource, walk } from '../syntax/parse.js';
import { gone } from './gone.js';

/** A function that has a name to be asked for by. */
export interface NamedFunction {
  /** `name`, or `Class.name` for a member. */
  readonly name: string;
  readonly node: FunctionNode;
}

/** All functions of a source with a body and a name: declared, assigned, members of classes and literals. */
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

/** Whether a function answers to a wanted name: `Class.name` exactly, or its last part. */
export function answersTo(name: string, wanted: string): boolean {
  return name === wanted || name.split('.').at(-1) === wanted;
}

/** The function that starts at an offset. Throws a UserError when the file has changed. */
export function functionAt(source: ParsedSource, start: number): FunctionNode {
  let found: FunctionNode | undefined;
  walk(source.program, (node) => {
    if (isFunction(node) && node.start === start) found = node;
    return node.type === 'Program' || (node.start <= start && node.end > start) ? undefined : false;
  });
  return found ?? gone(source, start, 'function');
}
