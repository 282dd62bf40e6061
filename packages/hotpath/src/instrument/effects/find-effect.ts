import { type FunctionNode, type Node, type ParsedSource, walk } from '../syntax/parse.js';
import { type Callee, calleeOf } from './callee.js';
import { changeOf } from './change-of.js';
import { findCallee } from './find-callee.js';
import { harmlessMethods, ownChanges } from './harmless.js';
import { type OwnNames, ownNames } from './own-names.js';

/** An effect by which a second run could differ from the first, or change outer state. */
export interface Effect {
  /** A clause that begins with "it". */
  readonly what: string;
  readonly line: number;
}

/**
 * The first effect of some nodes; undefined if there is none. Reading a property counts as harmless, although a getter
 * could have an effect. Calls are followed within the file; `following` holds the functions being followed, which ends
 * recursion. Assignments to the variables `harmless` are ignored.
 */
export function findEffect(
  source: ParsedSource,
  nodes: readonly Node[],
  following: readonly FunctionNode[] = [],
  harmless: readonly string[] = [],
): Effect | undefined {
  const own = ownNames(nodes, harmless);
  let effect: Effect | undefined;
  for (const root of nodes) {
    walk(root, (node) => {
      if (effect !== undefined) return false;
      const found = effectOf(node, own, source, following);
      effect = typeof found === 'string' ? { what: found, line: source.lineAt(node.start) } : found;
      return undefined;
    });
  }
  return effect;
}

function effectOf(
  node: Node,
  own: OwnNames,
  source: ParsedSource,
  following: readonly FunctionNode[],
): Effect | string | undefined {
  switch (node.type) {
    case 'AssignmentExpression':
      return changeOf(node.left, own);
    case 'UpdateExpression':
      return changeOf(node.argument, own);
    case 'ForInStatement':
    case 'ForOfStatement':
      return node.left.type === 'VariableDeclaration' ? undefined : changeOf(node.left, own);
    case 'UnaryExpression':
      return node.operator === 'delete' ? changeOf(node.argument, own) : undefined;
    case 'AwaitExpression':
      return 'it awaits something';
    case 'YieldExpression':
      return 'it yields';
    case 'ImportExpression':
      return 'it imports a module';
    case 'TaggedTemplateExpression':
      return effectOfCall(calleeOf(node.tag), [], own, source, following);
    case 'CallExpression':
    case 'NewExpression':
      return effectOfCall(calleeOf(node.callee), node.arguments, own, source, following);
    default:
      return undefined;
  }
}

function effectOfCall(
  callee: Callee,
  given: readonly Node[],
  own: OwnNames,
  source: ParsedSource,
  following: readonly FunctionNode[],
): Effect | string | undefined {
  if (callee.kind === 'method') {
    if (harmlessMethods.has(callee.name)) return effectOfCallbacks(given, own, source, following);
    if (ownChanges.has(callee.name) && callee.object !== null && own.fresh.has(callee.object))
      return undefined;
  }
  // A function inside the nodes is visited with them.
  if (callee.kind === 'inline' || (callee.kind === 'name' && own.functions.has(callee.name)))
    return undefined;
  const unknown = callee.kind === 'name' && own.all.has(callee.name);
  const found = unknown ? null : findCallee(source, callee);
  if (found === 'harmless') return effectOfCallbacks(given, own, source, following);
  if (found !== null) return effectOfFunction(source, found, following);
  return `it calls ${callee.text}, which may change something`;
}

/** Functions of the file that are passed as arguments are assumed to be called. */
function effectOfCallbacks(
  given: readonly Node[],
  own: OwnNames,
  source: ParsedSource,
  following: readonly FunctionNode[],
): Effect | string | undefined {
  for (const argument of given) {
    if (argument.type !== 'Identifier' || own.all.has(argument.name)) continue;
    const found = findCallee(source, { kind: 'name', name: argument.name, text: argument.name });
    if (found === null || found === 'harmless') continue;
    const effect = effectOfFunction(source, found, following);
    if (effect !== undefined) return effect;
  }
  return undefined;
}

function effectOfFunction(
  source: ParsedSource,
  node: FunctionNode,
  following: readonly FunctionNode[],
): Effect | undefined {
  if (following.includes(node)) return undefined;
  return findEffect(source, [node], [...following, node]);
}
