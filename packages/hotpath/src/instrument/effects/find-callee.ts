import { type FunctionNode, isFunction, type ParsedSource, walk } from '../syntax/parse.js';
import type { Callee } from './callee.js';
import { harmlessGlobals, harmlessImports, harmlessMembers } from './harmless.js';

/** The function of the same file that a callee refers to; `harmless` for a known built-in without effects; null for others. */
export function findCallee(source: ParsedSource, callee: Callee): FunctionNode | 'harmless' | null {
  if (callee.kind === 'name') return namedFunction(source, callee.name) ?? knownName(source, callee.name);
  if (callee.kind !== 'method') return null;
  if (callee.object === 'this') return methodOf(source, callee.name);
  const { object, name } = callee;
  if (object === null) return null;
  if (harmlessMembers.has(`${object}.${name}`) || harmlessMembers.has(`${object}.*`)) return 'harmless';
  return importedHarmlessly(source, object, name) ? 'harmless' : null;
}

function knownName(source: ParsedSource, name: string): 'harmless' | null {
  if (importedHarmlessly(source, name, null)) return 'harmless';
  return harmlessGlobals.has(name) && !isImported(source, name) ? 'harmless' : null;
}

/** A function declared at the top level of the file, or held by a top-level constant. */
function namedFunction(source: ParsedSource, name: string): FunctionNode | null {
  for (const statement of source.program.body) {
    const declared =
      (statement.type === 'ExportNamedDeclaration' && statement.declaration) ||
      (statement.type === 'ExportDefaultDeclaration' && statement.declaration) ||
      statement;
    if (isFunction(declared) && 'id' in declared && declared.id?.name === name) return withBody(declared);
    if (declared.type !== 'VariableDeclaration' || declared.kind !== 'const') continue;
    for (const { id, init } of declared.declarations) {
      if (id.type === 'Identifier' && id.name === name && init && isFunction(init)) return withBody(init);
    }
  }
  return null;
}

/** The method of this name; null if the classes of the file have none or several. */
function methodOf(source: ParsedSource, name: string): FunctionNode | null {
  const found: FunctionNode[] = [];
  walk(source.program, (node) => {
    if (node.type !== 'MethodDefinition' || node.computed) return undefined;
    const key =
      node.key.type === 'PrivateIdentifier' ? `#${node.key.name}` : 'name' in node.key && node.key.name;
    if (key === name) found.push(node.value);
    return undefined;
  });
  return found.length === 1 ? withBody(found[0] as FunctionNode) : null;
}

function withBody(node: FunctionNode): FunctionNode | null {
  return node.body ? node : null;
}

function isImported(source: ParsedSource, name: string): boolean {
  return source.program.body.some(
    (statement) =>
      statement.type === 'ImportDeclaration' &&
      statement.specifiers.some((specifier) => specifier.local.name === name),
  );
}

/** Whether an imported name, or its member `member`, is a harmless export of a Node module. */
function importedHarmlessly(source: ParsedSource, local: string, member: string | null): boolean {
  for (const statement of source.program.body) {
    if (statement.type !== 'ImportDeclaration') continue;
    const module = statement.source.value.replace(/^node:/, '');
    for (const specifier of statement.specifiers) {
      if (specifier.local.name !== local) continue;
      const imported = specifier.type === 'ImportSpecifier' ? specifier.imported : null;
      const name = member ?? (imported?.type === 'Identifier' ? imported.name : null);
      return (
        name !== null && (harmlessImports.has(`${module}#${name}`) || harmlessImports.has(`${module}#*`))
      );
    }
  }
  return false;
}
