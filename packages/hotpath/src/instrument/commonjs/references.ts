import { visitorKeys } from 'oxc-parser';
import type { Node } from '../syntax/parse.js';
import { declaredNames } from './declared-names.js';

/** A place where a name of the file is used as a value. */
export interface Reference {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** `call`: it is called, which must not give it a `this`. `shorthand`: it is a property's key too. */
  readonly kind: 'value' | 'call' | 'shorthand';
}

/** The uses of names that a program declares at its top level, without those that an inner declaration hides. */
export function referencesTo(program: Node, names: ReadonlySet<string>): Reference[] {
  const found: Reference[] = [];
  const descend = (node: Node, parent: Node | null, visible: ReadonlySet<string>): void => {
    if (node.type === 'ImportDeclaration' || (node.type === 'ExportNamedDeclaration' && !node.declaration))
      return;
    if (node.type === 'Identifier') {
      if (visible.has(node.name) && !isKey(node, parent)) found.push(referenceOf(node, parent));
      return;
    }
    const hidden = declaredNames(node).filter((name) => visible.has(name));
    const inside = hidden.length === 0 ? visible : without(visible, hidden);
    for (const child of childrenOf(node)) descend(child, node, inside);
  };
  descend(program, null, names);
  return found;
}

function childrenOf(node: Node): Node[] {
  const fields = node as unknown as Readonly<Record<string, Node | readonly (Node | null)[] | null>>;
  const keys = (visitorKeys[node.type] ?? []).filter((key) => !(key === 'key' && isShorthand(node)));
  return keys.flatMap((key) => fields[key] ?? []).filter((child) => child !== null);
}

function isShorthand(node: Node | null): boolean {
  return node?.type === 'Property' && node.shorthand;
}

/** Whether an identifier is a name in its parent and no value: `b` in `a.b`, `{ b: 1 }`, a label. */
function isKey(node: Node, parent: Node | null): boolean {
  switch (parent?.type) {
    case 'MemberExpression':
      return parent.property === node && !parent.computed;
    case 'Property':
      return parent.key === node && !parent.computed && !parent.shorthand;
    case 'MethodDefinition':
    case 'PropertyDefinition':
    case 'AccessorProperty':
      return parent.key === node && !parent.computed;
    case 'LabeledStatement':
    case 'BreakStatement':
    case 'ContinueStatement':
      return parent.label === node;
    case 'MetaProperty':
      return true;
    default:
      return false;
  }
}

function referenceOf(node: Node & { readonly name: string }, parent: Node | null): Reference {
  const { name, start, end } = node;
  return { name, start, end, kind: kindOf(node, parent) };
}

function kindOf(node: Node, parent: Node | null): Reference['kind'] {
  if (isShorthand(parent)) return 'shorthand';
  const isCalled =
    (parent?.type === 'CallExpression' && parent.callee === node) ||
    (parent?.type === 'TaggedTemplateExpression' && parent.tag === node);
  return isCalled ? 'call' : 'value';
}

function without(names: ReadonlySet<string>, hidden: readonly string[]): ReadonlySet<string> {
  return new Set([...names].filter((name) => !hidden.includes(name)));
}
