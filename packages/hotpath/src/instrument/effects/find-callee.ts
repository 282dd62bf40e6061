import { type FunctionNode, isFunction, type ParsedSource, walk } from '../syntax/parse.js';
import type { Callee } from './callee.js';
import { exportedFunction } from './exported-function.js';
import { harmlessGlobals, harmlessImports, harmlessMembers } from './harmless.js';
import { importOf } from './imports.js';
import type { ProgramFiles } from './program-files.js';
import { type SourceFunction, topLevelFunction, withBody } from './top-level-function.js';

/**
 * The function that a callee refers to, in the same file or in one that is imported; `harmless` for a known built-in without effects;
 * null for others.
 */
export function findCallee(
  source: ParsedSource,
  callee: Callee,
  files: ProgramFiles,
): SourceFunction | 'harmless' | null {
  if (callee.kind === 'name')
    return topLevelFunction(source, callee.name) ?? imported(source, callee.name, null, files);
  if (callee.kind !== 'method') return null;
  if (callee.object === 'this') return methodOf(source, callee.name);
  const { object, name } = callee;
  if (object === null) return null;
  if (harmlessMembers.has(`${object}.${name}`) || harmlessMembers.has(`${object}.*`)) return 'harmless';
  return imported(source, object, name, files);
}

/** What a name means, or its member `member`, where the file does not define it. */
function imported(
  source: ParsedSource,
  name: string,
  member: string | null,
  files: ProgramFiles,
): SourceFunction | 'harmless' | null {
  const found = importOf(source, name);
  if (!found) return member === null && harmlessGlobals.has(name) ? 'harmless' : null;
  const wanted = found.name === '*' ? member : member === null ? found.name : null;
  const module = found.specifier.replace(/^node:/, '');
  const known = member ?? found.name;
  if (harmlessImports.has(`${module}#${known}`) || harmlessImports.has(`${module}#*`)) return 'harmless';
  const file = files.imported(source.file, found.specifier);
  return file && wanted !== null ? exportedFunction(file, wanted, files) : null;
}

/** The method of this name; null if the classes of the file have none or several. */
function methodOf(source: ParsedSource, name: string): SourceFunction | null {
  const found: FunctionNode[] = [];
  walk(source.program, (node) => {
    if (node.type !== 'MethodDefinition' || node.computed) return undefined;
    const key =
      node.key.type === 'PrivateIdentifier' ? `#${node.key.name}` : 'name' in node.key && node.key.name;
    if (key === name && isFunction(node.value)) found.push(node.value);
    return undefined;
  });
  return found.length === 1 ? withBody(source, found[0] as FunctionNode) : null;
}
