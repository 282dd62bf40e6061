import { type FunctionNode, type Node, type ParsedSource, walk } from '../syntax/parse.js';
import { type Callee, calleeOf } from './callee.js';
import { changeOf } from './change-of.js';
import { findCallee } from './find-callee.js';
import { harmlessMethods, ownChanges } from './harmless.js';
import { namesAround, type OwnNames, ownNames } from './own-names.js';
import type { ProgramFiles } from './program-files.js';
import type { SourceFunction } from './top-level-function.js';

/** An effect by which a second run could differ from the first, or change outer state. */
export interface Effect {
  /** A clause that begins with "it". */
  readonly what: string;
  /** Absolute path of the file. */
  readonly file: string;
  readonly line: number;
}

/** Nodes, and what is known of the program around them. */
interface Scope {
  readonly source: ParsedSource;
  readonly files: ProgramFiles;
  readonly own: OwnNames;
  /** Names that functions around the nodes declare. */
  readonly around: ReadonlySet<string>;
  /** The functions being followed, which ends recursion. */
  readonly following: readonly FunctionNode[];
}

/**
 * The first effect of some nodes of a source; undefined if there is none. Reading a property counts as harmless, although a getter
 * could have an effect. Calls are followed within the source and into `files`. Assignments to the variables `harmless` are ignored.
 */
export function findEffect(
  source: ParsedSource,
  nodes: readonly Node[],
  files: ProgramFiles,
  harmless: readonly string[] = [],
): Effect | undefined {
  const around = namesAround(source, nodes[0]?.start ?? 0);
  return firstEffect(nodes, { source, files, own: ownNames(nodes, harmless), around, following: [] });
}

function firstEffect(nodes: readonly Node[], scope: Scope): Effect | undefined {
  const { source } = scope;
  let effect: Effect | undefined;
  for (const root of nodes) {
    walk(root, (node) => {
      if (effect !== undefined) return false;
      const found = effectOf(node, scope);
      effect =
        typeof found === 'string'
          ? { what: found, file: source.file, line: source.lineAt(node.start) }
          : found;
      return undefined;
    });
  }
  return effect;
}

const awaits = 'it awaits something';

function effectOf(node: Node, scope: Scope): Effect | string | undefined {
  const { own } = scope;
  switch (node.type) {
    case 'AssignmentExpression':
      return changeOf(node.left, own);
    case 'UpdateExpression':
      return changeOf(node.argument, own);
    case 'ForInStatement':
    case 'ForOfStatement':
      if ('await' in node && node.await) return awaits;
      return node.left.type === 'VariableDeclaration' ? undefined : changeOf(node.left, own);
    case 'UnaryExpression':
      return node.operator === 'delete' ? changeOf(node.argument, own) : undefined;
    case 'AwaitExpression':
      return awaits;
    case 'YieldExpression':
      return 'it yields';
    case 'ImportExpression':
      return 'it imports a module';
    case 'TaggedTemplateExpression':
      return effectOfCall(calleeOf(node.tag), [], scope);
    case 'CallExpression':
    case 'NewExpression':
      return effectOfCall(calleeOf(node.callee), node.arguments, scope);
    default:
      return undefined;
  }
}

function effectOfCall(callee: Callee, given: readonly Node[], scope: Scope): Effect | string | undefined {
  const { source, files, own, around } = scope;
  if (callee.kind === 'method') {
    if (harmlessMethods.has(callee.name)) return effectOfCallbacks(given, scope);
    if (ownChanges.has(callee.name) && callee.object !== null && own.fresh.has(callee.object))
      return undefined;
  }
  // A function inside the nodes is visited with them.
  if (callee.kind === 'inline' || (callee.kind === 'name' && own.functions.has(callee.name)))
    return undefined;
  const root = callee.kind === 'name' ? callee.name : callee.kind === 'method' ? rootOf(callee.object) : '';
  const unknown = (callee.kind === 'name' && own.all.has(root)) || around.has(root);
  const found = unknown ? null : findCallee(source, callee, files);
  if (found === 'harmless') return effectOfCallbacks(given, scope);
  if (found !== null) return effectOfFunction(found, scope);
  return `it calls ${callee.text}, which may change something`;
}

/** The first name of a dotted one; empty for none. */
function rootOf(object: string | null): string {
  return object?.split('.')[0] ?? '';
}

/** Functions of the program that are passed as arguments are assumed to be called. */
function effectOfCallbacks(given: readonly Node[], scope: Scope): Effect | string | undefined {
  const { source, files, own, around } = scope;
  for (const argument of given) {
    if (argument.type !== 'Identifier') continue;
    if (own.all.has(argument.name) || around.has(argument.name)) continue;
    const found = findCallee(source, { kind: 'name', name: argument.name, text: argument.name }, files);
    if (found === null || found === 'harmless') continue;
    const effect = effectOfFunction(found, scope);
    if (effect !== undefined) return effect;
  }
  return undefined;
}

function effectOfFunction({ source, node }: SourceFunction, { files, following }: Scope): Effect | undefined {
  if (following.includes(node)) return undefined;
  const own = ownNames([node], []);
  const around = namesAround(source, node.start - 1);
  return firstEffect([node], { source, files, own, around, following: [...following, node] });
}
