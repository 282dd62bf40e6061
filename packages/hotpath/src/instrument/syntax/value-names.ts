import { type Node, walk } from './parse.js';
import { scopeNames } from './scope-names.js';

/** Those of some names, which a script declares or imports at its top, that it uses as values. In types they do not count. */
export function valueNames(program: Node, names: ReadonlySet<string>): ReadonlySet<string> {
  const used = new Set<string>();
  const declared = new Map<Node, ReadonlySet<string>>();
  const hides = (scope: Node, name: string): boolean => {
    const own = declared.get(scope) ?? new Set(scopeNames(scope));
    declared.set(scope, own);
    return own.has(name);
  };
  walk(program, (node, parents) => {
    if (isTypeOnly(node)) return false;
    if (node.type !== 'Identifier' && node.type !== 'JSXIdentifier') return undefined;
    if (!names.has(node.name) || isOnlyName(node, parents.at(-1))) return undefined;
    if (!parents.some((scope) => hides(scope, node.name))) used.add(node.name);
    return undefined;
  });
  return used;
}

/** TypeScript nodes that contain values. */
const typeScriptValues = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
  'TSParameterProperty',
  'TSExportAssignment',
  'TSEnumDeclaration',
  'TSEnumBody',
  'TSEnumMember',
  'TSModuleDeclaration',
  'TSModuleBlock',
  'TSImportEqualsDeclaration',
  'TSQualifiedName',
]);

/** Whether nothing below a node is a value of this script: types, ambient declarations, imports, and exports of other scripts. */
function isTypeOnly(node: Node): boolean {
  if (node.type.startsWith('TS') && !typeScriptValues.has(node.type)) return true;
  if ('declare' in node && node.declare) return true;
  if ('exportKind' in node && node.exportKind === 'type') return true;
  if ('importKind' in node && node.importKind === 'type') return true;
  if (node.type === 'ImportDeclaration' || node.type === 'ExportAllDeclaration') return true;
  return node.type === 'ExportNamedDeclaration' && node.source !== null;
}

/** Where an identifier is a key or a label and refers to nothing, unless the node is computed. */
const nameFields: Readonly<Record<string, readonly string[]>> = {
  MemberExpression: ['property'],
  Property: ['key'],
  MethodDefinition: ['key'],
  PropertyDefinition: ['key'],
  AccessorProperty: ['key'],
  TSEnumMember: ['id'],
  TSQualifiedName: ['right'],
  LabeledStatement: ['label'],
  BreakStatement: ['label'],
  ContinueStatement: ['label'],
  MetaProperty: ['meta', 'property'],
  ExportSpecifier: ['exported'],
  ImportAttribute: ['key'],
  JSXAttribute: ['name'],
  JSXMemberExpression: ['property'],
  JSXNamespacedName: ['namespace', 'name'],
};

function isOnlyName(identifier: Node, parent: Node | undefined): boolean {
  if (!parent || ('computed' in parent && parent.computed)) return false;
  if (/^JSX(Opening|Closing)Element$/.test(parent.type))
    return 'name' in identifier && /^[a-z]/.test(String(identifier.name));
  const fields = parent as unknown as Readonly<Record<string, unknown>>;
  return nameFields[parent.type]?.some((field) => fields[field] === identifier) ?? false;
}
