import type { Node } from '../syntax/parse.js';

/** What a call refers to, by its syntax. `text` is its form in messages. */
export type Callee =
  | { readonly kind: 'name'; readonly name: string; readonly text: string }
  | {
      readonly kind: 'method';
      readonly name: string;
      /** The object as a dotted name, such as `this`, a variable or `process.hrtime`; null for other expressions. */
      readonly object: string | null;
      readonly text: string;
    }
  | { readonly kind: 'inline' | 'other'; readonly text: string };

export function calleeOf(node: Node): Callee {
  switch (node.type) {
    case 'Identifier':
      return { kind: 'name', name: node.name, text: `${node.name}()` };
    case 'ParenthesizedExpression':
    case 'TSNonNullExpression':
    case 'ChainExpression':
      return calleeOf(node.expression);
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return { kind: 'inline', text: 'a function' };
    case 'MemberExpression': {
      const name = memberName(node);
      if (name === null) break;
      const object = dotted(node.object);
      return { kind: 'method', name, object, text: `${object ?? '…'}.${name}()` };
    }
  }
  return { kind: 'other', text: 'a computed function' };
}

function memberName(node: Node): string | null {
  if (node.type !== 'MemberExpression' || node.computed) return null;
  if (node.property.type === 'PrivateIdentifier') return `#${node.property.name}`;
  return node.property.type === 'Identifier' ? node.property.name : null;
}

function dotted(node: Node): string | null {
  if (node.type === 'ThisExpression') return 'this';
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression') return null;
  const [object, name] = [dotted(node.object), memberName(node)];
  return object === null || name === null ? null : `${object}.${name}`;
}
