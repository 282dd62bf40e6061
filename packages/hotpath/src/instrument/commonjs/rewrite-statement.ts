import type MagicString from 'magic-string';
import { isFunction, type Node } from '../syntax/parse.js';
import { lexicalNames } from './declared-names.js';
import { memberOf, nameOf, requestOf, requireInstead } from './required.js';

/** What a module's statements bind and export. */
export interface ModuleNames {
  /** The expression that stands for each imported name. */
  readonly imports: Map<string, string>;
  /** An expression, or an own or imported name, for each exported one. */
  readonly exports: Map<string, string>;
  /** Modules whose exports are all exported. */
  readonly all: string[];
}

export function isModuleSyntax({ type }: Node): boolean {
  return type === 'ImportDeclaration' || /^Export\w+Declaration$/.test(type);
}

/** Writes CommonJS in place of an import or export, and adds its names. `module` is the name of the module that it requires. */
export function rewriteStatement(node: Node, module: string, text: MagicString, names: ModuleNames): void {
  switch (node.type) {
    case 'ImportDeclaration': {
      const required = requireInstead(node, module);
      for (const [local, value] of required.names) names.imports.set(local, value);
      replace(text, node, required.code);
      break;
    }
    case 'ExportAllDeclaration':
      rewriteAll(node, module, text, names);
      break;
    case 'ExportNamedDeclaration':
      rewriteNamed(node, module, text, names);
      break;
    case 'ExportDefaultDeclaration':
      rewriteDefault(node, text, names);
      break;
    default:
  }
}

function rewriteAll(
  node: Extract<Node, { type: 'ExportAllDeclaration' }>,
  module: string,
  text: MagicString,
  names: ModuleNames,
): void {
  const request = requestOf(node);
  if (node.exported) {
    names.exports.set(nameOf(node.exported), module);
    replace(text, node, `const ${module} = $hpSpaceOf(${request});`);
  } else {
    names.all.push(node.source.value);
    replace(text, node, `$hpExportAll(${request});`);
  }
}

function rewriteNamed(
  node: Extract<Node, { type: 'ExportNamedDeclaration' }>,
  module: string,
  text: MagicString,
  names: ModuleNames,
): void {
  const { declaration, specifiers, source } = node;
  if (declaration) {
    for (const name of lexicalNames(declaration)) names.exports.set(name, name);
    replace(text, { start: node.start, end: declaration.start }, '');
    return;
  }
  for (const { local, exported } of specifiers)
    names.exports.set(nameOf(exported), source ? memberOf(module, nameOf(local)) : nameOf(local));
  replace(text, node, source ? `const ${module} = ${requestOf({ source })};` : ';');
}

function rewriteDefault(
  { start, declaration }: Extract<Node, { type: 'ExportDefaultDeclaration' }>,
  text: MagicString,
  names: ModuleNames,
): void {
  const isDeclared = declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration';
  const keywords = { start, end: declaration.start };
  if (!isDeclared) {
    names.exports.set('default', '$hpDefault');
    // A function in parentheses gets no name from the variable.
    replace(text, keywords, 'const $hpDefault = (0, ');
    text.appendLeft(declaration.end, ');');
    return;
  }
  names.exports.set('default', declaration.id?.name ?? 'default_1');
  replace(text, keywords, '');
  if (declaration.id) return;
  const code = text.original;
  const place = isFunction(declaration)
    ? code.indexOf('(', declaration.start)
    : declaration.start + 'class'.length;
  text.appendLeft(place, ' default_1');
}

/** Puts code in place of some, with as many line breaks. */
function replace(text: MagicString, { start, end }: { start: number; end: number }, code: string): void {
  text.overwrite(start, end, code + text.original.slice(start, end).replace(/[^\n]/g, ''));
}
