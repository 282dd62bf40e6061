import type { Node } from '../syntax/parse.js';

type Import = Extract<Node, { type: 'ImportDeclaration' }>;
type Name =
  | { readonly type: 'Identifier'; readonly name: string }
  | { readonly type: 'Literal'; readonly value: unknown };

/** The text of a name in `import { NAME }` or `export { x as NAME }`. */
export function nameOf(node: Node): string {
  const name = node as Name;
  return name.type === 'Identifier' ? name.name : String(name.value);
}

/** An export of a required module, read at each use because it may change. */
export function memberOf(module: string, name: string): string {
  const object = name === 'default' ? `$hpDefaultOf(${module})` : module;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `${object}.${name}` : `${object}[${JSON.stringify(name)}]`;
}

/** The call that gives a statement's module. */
export function requestOf({ source }: { readonly source: { readonly value: string } }): string {
  return `require(${JSON.stringify(source.value)})`;
}

/** Statements in place of an import, and what stands for each name that it binds. */
export function requireInstead(
  node: Import,
  module: string,
): { readonly code: string; readonly names: readonly (readonly [local: string, value: string])[] } {
  const { specifiers } = node;
  const request = requestOf(node);
  if (specifiers.length === 0) return { code: `${request};`, names: [] };
  const spaces = specifiers.filter(({ type }) => type === 'ImportNamespaceSpecifier');
  const declared = [
    `${module} = ${request}`,
    ...spaces.map(({ local }) => `${local.name} = $hpSpaceOf(${module})`),
  ];
  const names = specifiers.flatMap((specifier) => {
    if (specifier.type === 'ImportNamespaceSpecifier') return [];
    const name = specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : 'default';
    return [[specifier.local.name, memberOf(module, name)] as const];
  });
  return { code: `const ${declared.join(', ')};`, names };
}
