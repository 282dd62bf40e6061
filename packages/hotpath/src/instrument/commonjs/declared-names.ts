import { boundNames } from '../syntax/bindings.js';
import { isFunction, type Node, walk } from '../syntax/parse.js';

/** The names that a node declares for what is inside it: a function, a block, a loop, a `catch`, a class expression. */
export function declaredNames(scope: Node): string[] {
  if (isFunction(scope)) {
    const own = scope.type === 'FunctionExpression' && scope.id ? [scope.id.name] : [];
    return [...own, ...scope.params.flatMap(boundNames), ...(scope.body ? variables(scope.body) : [])];
  }
  switch (scope.type) {
    case 'BlockStatement':
    case 'StaticBlock':
      return scope.body.flatMap(lexicalNames);
    case 'SwitchStatement':
      return scope.cases.flatMap(({ consequent }) => consequent).flatMap(lexicalNames);
    case 'ForStatement':
      return scope.init ? lexicalNames(scope.init) : [];
    case 'ForInStatement':
    case 'ForOfStatement':
      return lexicalNames(scope.left);
    case 'CatchClause':
      return scope.param ? boundNames(scope.param) : [];
    case 'ClassExpression':
      return scope.id ? [scope.id.name] : [];
    default:
      return [];
  }
}

/** The names that a statement declares in its block. */
export function lexicalNames(statement: Node): string[] {
  if (statement.type === 'VariableDeclaration')
    return statement.declarations.flatMap(({ id }) => boundNames(id));
  const isNamed = statement.type === 'FunctionDeclaration' || statement.type === 'ClassDeclaration';
  return isNamed && statement.id ? [statement.id.name] : [];
}

/** The `var` declarations of a function's body, which hold in all of it. */
function variables(body: Node): string[] {
  const names: string[] = [];
  walk(body, (node) => {
    if (isFunction(node)) return false;
    if (node.type === 'VariableDeclaration' && node.kind === 'var') names.push(...lexicalNames(node));
    return undefined;
  });
  return names;
}
