import { boundNames } from '../syntax/bindings.js';
import { isFunction, type Node, type ParsedSource, walk } from '../syntax/parse.js';

/** Names that nodes declare. `fresh`: initialised with a new object. `functions`: names of functions inside the nodes. */
export interface OwnNames {
  readonly all: ReadonlySet<string>;
  readonly fresh: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
}

export function ownNames(nodes: readonly Node[], harmless: readonly string[]): OwnNames {
  const all = new Set<string>(harmless);
  const fresh = new Set<string>();
  const functions = new Set<string>();
  const addAll = (pattern: Node): void => {
    for (const name of boundNames(pattern)) all.add(name);
  };
  for (const root of nodes) {
    walk(root, (node) => {
      if (node.type === 'VariableDeclarator') {
        addAll(node.id);
        if (node.id.type !== 'Identifier' || !node.init) return undefined;
        if (makesObject(node.init)) fresh.add(node.id.name);
        if (isFunction(node.init)) functions.add(node.id.name);
      } else if (isFunction(node)) {
        node.params.forEach(addAll);
        if (node.type === 'FunctionDeclaration' && node.id && node !== root) {
          addAll(node.id);
          functions.add(node.id.name);
        }
      } else if (node.type === 'CatchClause' && node.param) addAll(node.param);
      return undefined;
    });
  }
  return { all, fresh, functions };
}

/** Names that the functions around an offset declare, parameters included: they hide those of the file. */
export function namesAround(source: ParsedSource, offset: number): ReadonlySet<string> {
  const names = new Set<string>();
  walk(source.program, (node, parents) => {
    const isAround = (one: Node): boolean => one.start <= offset && offset < one.end;
    if (isFunction(node) && !isAround(node)) {
      if (node.type === 'FunctionDeclaration' && node.id && parents.some(isFunction)) names.add(node.id.name);
      return false;
    }
    if (isFunction(node)) for (const name of node.params.flatMap(boundNames)) names.add(name);
    if (node.type === 'VariableDeclarator' && parents.some(isFunction))
      for (const name of boundNames(node.id)) names.add(name);
    if (node.type === 'CatchClause' && node.param) for (const name of boundNames(node.param)) names.add(name);
    return undefined;
  });
  return names;
}

function makesObject(init: Node): boolean {
  if (init.type === 'TSAsExpression' || init.type === 'TSSatisfiesExpression')
    return makesObject(init.expression);
  return init.type === 'ObjectExpression' || init.type === 'ArrayExpression' || init.type === 'NewExpression';
}
