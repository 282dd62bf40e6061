import { boundNames } from './bindings.js';
import { type FunctionNode, isFunction, type Node, walk } from './parse.js';

/** The names that a node declares for what is inside it, as a scope of ECMAScript or TypeScript; empty for other nodes. */
export function scopeNames(node: Node): readonly string[] {
  if (isFunction(node)) return functionNames(node);
  switch (node.type) {
    case 'BlockStatement':
    case 'StaticBlock':
    case 'TSModuleBlock':
      return node.body.flatMap(declaredBy);
    case 'SwitchStatement':
      return node.cases.flatMap(({ consequent }) => consequent.flatMap(declaredBy));
    case 'ForStatement':
      return node.init ? declaredBy(node.init) : [];
    case 'ForInStatement':
    case 'ForOfStatement':
      return declaredBy(node.left);
    case 'CatchClause':
      return node.param ? boundNames(node.param) : [];
    case 'ClassExpression':
      return node.id ? [node.id.name] : [];
    default:
      return [];
  }
}

/** Parameters, `var` declarations wherever they are in the body, and the name of a function expression. */
function functionNames(node: FunctionNode): string[] {
  const names = node.params.flatMap(boundNames);
  if (node.type === 'FunctionExpression' && node.id) names.push(node.id.name);
  return node.body ? [...names, ...varNames(node.body as Node)] : names;
}

/** Names of `var` declarations in a function's body, wherever they are in it. */
export function varNames(body: Node): string[] {
  const names: string[] = [];
  walk(body, (inner) => {
    if (isFunction(inner)) return false;
    if (inner.type === 'VariableDeclaration' && inner.kind === 'var') names.push(...declaredBy(inner));
    return undefined;
  });
  return names;
}

/** The names that a statement declares as values in its list; namespaces too, which may hold only types. */
export function declaredBy(statement: Node): string[] {
  if (statement.type === 'VariableDeclaration')
    return statement.declarations.flatMap(({ id }) => boundNames(id));
  if (statement.type === 'ExportNamedDeclaration')
    return statement.declaration ? declaredBy(statement.declaration) : [];
  const hasName = /^(Function|Class|TSEnum|TSModule|TSImportEquals)Declaration$/.test(statement.type);
  return hasName && 'id' in statement && statement.id ? boundNames(statement.id as Node) : [];
}
