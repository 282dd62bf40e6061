import type { FunctionNode, Node } from './parse.js';

/** The name of a function, its own or that of its variable or property: `name`, or `Class.name` for a class member. Null if it has none. */
export function nameOf(node: FunctionNode, parents: readonly Node[]): string | null {
  if (node.type !== 'ArrowFunctionExpression' && node.id) return node.id.name;
  const parent = parents.at(-1);
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' ? parent.id.name : null;
    case 'AssignmentExpression':
      return targetName(parent.left);
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return member(className(parents), keyName(parent.key));
    case 'Property':
      return keyName(parent.key);
    default:
      return null;
  }
}

function targetName(target: Node): string | null {
  if (target.type === 'Identifier') return target.name;
  if (target.type !== 'MemberExpression' || target.computed) return null;
  return keyName(target.property);
}

function keyName(key: Node): string | null {
  if (key.type === 'Identifier') return key.name;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : null;
}

function className(parents: readonly Node[]): string | null {
  const declaration = parents.findLast(
    (node) => node.type === 'ClassDeclaration' || node.type === 'ClassExpression',
  );
  return declaration && 'id' in declaration && declaration.id && 'name' in declaration.id
    ? String(declaration.id.name)
    : null;
}

function member(owner: string | null, key: string | null): string | null {
  if (!key) return null;
  return owner ? `${owner}.${key}` : key;
}
