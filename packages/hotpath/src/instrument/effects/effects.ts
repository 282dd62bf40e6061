import { boundNames } from '../syntax/bindings.js';
import { type FunctionNode, isFunction, type Node, type ParsedSource, walk } from '../syntax/parse.js';
import { type Callee, calleeOf, findCallee } from './callee.js';
import { harmlessMethods, ownChanges } from './harmless.js';

/** Something by which a second run could differ from the first, or change what lies outside. */
export interface Effect {
  /** As a phrase, "it …". */
  readonly what: string;
  readonly line: number;
}

/**
 * The first effect of some nodes, undefined where there is none. Reading a property counts as harmless, a getter could do otherwise.
 * Functions that are called are followed within the file; `following` holds those that are being followed. Changes of the
 * variables in `harmless` do not count.
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

/** Names that nodes declare; `fresh` ones hold an object that was made there, `functions` one of the nodes' functions. */
interface OwnNames {
  readonly all: ReadonlySet<string>;
  readonly fresh: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
}

function ownNames(nodes: readonly Node[], harmless: readonly string[]): OwnNames {
  const all = new Set<string>(harmless);
  const fresh = new Set<string>();
  const functions = new Set<string>();
  const addAll = (pattern: Node): void => {
    for (const name of boundNames(pattern)) all.add(name);
  };
  for (const root of nodes) {
    walk(root, (node) => {
      if (node.type === 'VariableDeclarator') {
        addAll(node.id);
        if (node.id.type !== 'Identifier' || !node.init) return undefined;
        if (makesObject(node.init)) fresh.add(node.id.name);
        if (isFunction(node.init)) functions.add(node.id.name);
      } else if (isFunction(node)) {
        node.params.forEach(addAll);
        if (node.type === 'FunctionDeclaration' && node.id && node !== root) {
          addAll(node.id);
          functions.add(node.id.name);
        }
      } else if (node.type === 'CatchClause' && node.param) addAll(node.param);
      return undefined;
    });
  }
  return { all, fresh, functions };
}

function makesObject(init: Node): boolean {
  if (init.type === 'TSAsExpression' || init.type === 'TSSatisfiesExpression')
    return makesObject(init.expression);
  return init.type === 'ObjectExpression' || init.type === 'ArrayExpression' || init.type === 'NewExpression';
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

function changeOf(target: Node, own: OwnNames): string | undefined {
  if (target.type === 'MemberExpression') {
    const root = target.object.type === 'Identifier' ? target.object.name : null;
    return root !== null && own.fresh.has(root) ? undefined : 'it changes an object that it did not make';
  }
  const outer = boundNames(target).find((name) => !own.all.has(name));
  if (outer !== undefined) return `it assigns ${outer}, which lives outside`;
  const members = target.type === 'ObjectPattern' || target.type === 'ArrayPattern' ? membersIn(target) : [];
  return members.map((member) => changeOf(member, own)).find((effect) => effect !== undefined);
}

function membersIn(pattern: Node): Node[] {
  const members: Node[] = [];
  walk(pattern, (node) => {
    if (node.type === 'MemberExpression') members.push(node);
    return undefined;
  });
  return members;
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
  // A function that the nodes themselves hold is walked with them.
  if (callee.kind === 'inline' || (callee.kind === 'name' && own.functions.has(callee.name)))
    return undefined;
  const unknown = callee.kind === 'name' && own.all.has(callee.name);
  const found = unknown ? null : findCallee(source, callee);
  if (found === 'harmless') return effectOfCallbacks(given, own, source, following);
  if (found !== null) return effectOfFunction(source, found, following);
  return `it calls ${callee.text}, which may change something`;
}

/** A function of the file that is handed on is called. */
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
