import { type FunctionNode, isFunction, type Node, type ParsedSource, walk } from '../syntax/parse.js';

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
