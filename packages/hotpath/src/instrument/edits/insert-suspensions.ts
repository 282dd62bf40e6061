import {
  type AwaitingLoop,
  type Delegation,
  findSuspending,
  handlersOf,
  type PlainSuspension,
  type Suspension,
  suspensionsIn,
} from '../places/find-suspensions.js';
import { checkBlock } from '../syntax/block-names.js';
import { bodyText } from '../syntax/function-body.js';
import type { Insertions } from '../syntax/insertions.js';
import { type Exits, jumpsIn } from '../syntax/jumps.js';
import type { FunctionNode, Node } from '../syntax/parse.js';
import { insertProlog } from '../syntax/prolog.js';

/**
 * Notifies the runtime when a function of the file suspends (`await`, `yield`) and resumes. Otherwise a place that is open
 * in one activation would count as open in another one that runs in the meantime.
 */
export interface Suspensions {
  readonly index: number;
  readonly kind: 'suspensions';
}

/** One activation of a function. The runtime keeps its open places in it. */
export type Turn = object;

/** The functions that inserted code calls. */
export interface SuspensionRuntime {
  readonly start: () => Turn;
  /** Called before a suspension; returns the value. */
  readonly away: <T>(turn: Turn, value?: T) => T;
  /** Called after a suspension, and at the start of handlers that its exception may reach; returns the value. */
  readonly back: <T>(turn: Turn, value?: T) => T;
  /** Gives what is iterated instead of an iterable in whose iterator the function suspends. */
  readonly each: <T>(turn: Turn, iterable: T, isAsync: boolean) => T;
  readonly end: (turn: Turn) => void;
}

/** What is inserted together with suspensions. */
export interface SuspensionContext {
  readonly exits: Exits;
  /** Whether a probe brackets the whole function. */
  readonly isBracketed: (owner: FunctionNode) => boolean;
}

/**
 * Wraps every suspension of every async function and generator. Must run after probes are inserted, and its code lies outside theirs.
 * `yield*` and `for await` suspend inside the iterator, so what they iterate is wrapped. An async generator awaits what it returns.
 */
export function insertSuspensions(
  insertions: Insertions,
  { index }: Suspensions,
  runtime: string,
  context: SuspensionContext,
): void {
  const owners = findSuspending(insertions.source);
  if (owners.length === 0) return;
  for (const owner of owners) {
    for (const suspension of suspensionsIn(owner)) wrapSuspension(insertions, suspension, owner.async);
    if (owner.async && 'generator' in owner && owner.generator) suspendReturns(owner, context.exits);
    for (const handler of handlersOf(owner))
      insertions.around(handler.start + 1, handler.end - 1, ` ${resume} `, '');
    bracket(insertions, owner, context.isBracketed(owner));
  }
  const names = ['start', 'away', 'back', 'each', 'end'];
  const constants = names.map((name) => `${constant(name)} = ${runtime}[${index}].${name}`);
  insertProlog(insertions, `const ${constants.join(', ')};`);
}

function constant(name: string): string {
  return `$hpTurn${name[0]?.toUpperCase()}${name.slice(1)}`;
}

const turn = '$hpTurn';

/** Continues the activation, if it was suspended. */
export const resume = `${constant('back')}(${turn});`;

function wrapSuspension(insertions: Insertions, suspension: Suspension, isAsync: boolean): void {
  if (suspension.kind === 'plain') wrapPlain(insertions, suspension);
  else if (suspension.kind === 'delegation') wrapDelegation(insertions, suspension, isAsync);
  else wrapLoop(insertions, suspension);
}

function wrapPlain(insertions: Insertions, { node, argument }: PlainSuspension): void {
  // The source may have no space after the keyword, as in `await(x)` and `yield[x]`.
  const [back, away] = [`${constant('back')}(${turn}, `, ` ${constant('away')}(${turn}`];
  insertions.inside(node.start, node.end, back, argument ? ')' : `${away}))`);
  if (argument) insertions.inside(argument.start, argument.end, `${away}, `, ')');
}

function wrapDelegation(insertions: Insertions, { node, argument }: Delegation, isAsync: boolean): void {
  insertions.inside(node.start, node.end, `${constant('back')}(${turn}, `, ')');
  wrapIterable(insertions, argument, isAsync);
}

function wrapIterable(insertions: Insertions, { start, end }: Node, isAsync: boolean): void {
  insertions.inside(start, end, ` ${constant('each')}(${turn}, `, `, ${isAsync})`);
}

/** The loop resumes in its body, and where it has ended. */
function wrapLoop(insertions: Insertions, { loop, labelled }: AwaitingLoop): void {
  const { right, body } = loop;
  wrapIterable(insertions, right, true);
  if (body.type === 'BlockStatement') insertions.around(body.start + 1, body.end - 1, ` ${resume} `, '');
  else insertions.around(body.start, body.end, `{ ${resume} `, ' }');
  insertions.inside(labelled.start, labelled.end, '{ ', ` ${resume} }`);
}

function suspendReturns(owner: FunctionNode, exits: Exits): void {
  for (const { node } of jumpsIn(owner.body as Node))
    if (node.type === 'ReturnStatement' && node.argument) exits.put(node, `${constant('away')}(${turn});`);
}

function bracket(insertions: Insertions, owner: FunctionNode, isBracketed: boolean): void {
  const begin = `const ${turn} = ${constant('start')}(); try {`;
  const end = `} finally { ${constant('end')}(${turn}); }`;
  checkBlock(insertions.source, owner);
  const { from, to, isExpression } = bodyText(insertions.source, owner);
  if (!isExpression) {
    insertions.around(from, to, `; ${begin}`, `; ${end} `);
    return;
  }
  // A probe around the same arrow has already turned its body into a block.
  const [open, close] = isBracketed ? ['', ''] : [' return (', ');'];
  insertions.around(from, to, ` { ${begin}${open}`, `${close} ${end} }`);
}
