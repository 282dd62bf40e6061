import type MagicString from 'magic-string';
import { findSuspending, handlersOf, suspensionsIn } from '../places/find-suspensions.js';
import { afterArrow, bodyStart } from '../syntax/function-body.js';
import type { FunctionNode, Node, ParsedSource } from '../syntax/parse.js';
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
  readonly away: <T>(turn: Turn, value: T) => T;
  /** Called after a suspension, and at the start of handlers that its exception may reach; returns the value. */
  readonly back: <T>(turn: Turn, value?: T) => T;
  readonly end: (turn: Turn) => void;
}

/**
 * Wraps every suspension of every async function and generator. No line moves. Must run after probes are inserted, and
 * its code lies outside theirs. `yield*` and `for await` suspend inside the iterator and stay unchanged. `isBracketed`:
 * whether a probe brackets the whole function.
 */
export function insertSuspensions(
  text: MagicString,
  source: ParsedSource,
  { index }: Suspensions,
  runtime: string,
  isBracketed: (owner: FunctionNode) => boolean,
): void {
  const owners = findSuspending(source);
  if (owners.length === 0) return;
  for (const owner of owners) {
    for (const suspension of suspensionsIn(owner)) wrapSuspension(text, suspension.node, suspension.argument);
    restoreInHandlers(text, owner);
    bracket(text, source, owner, isBracketed(owner));
  }
  const names = ['start', 'away', 'back', 'end'];
  const constants = names.map((name) => `${constant(name)} = ${runtime}[${index}].${name}`);
  insertProlog(text, source, `const ${constants.join(', ')};`);
}

function constant(name: string): string {
  return `$hpTurn${name[0]?.toUpperCase()}${name.slice(1)}`;
}

const turn = '$hpTurn';

function wrapSuspension(text: MagicString, node: Node, argument: Node | null): void {
  text.appendLeft(node.start, `${constant('back')}(${turn}, `);
  if (argument) {
    text.appendLeft(argument.start, `${constant('away')}(${turn}, `);
    text.prependRight(argument.end, ')');
    text.prependRight(node.end, ')');
  } else text.prependRight(node.end, ` ${constant('away')}(${turn}))`);
}

function restoreInHandlers(text: MagicString, owner: FunctionNode): void {
  for (const handler of handlersOf(owner))
    text.prependLeft(handler.start + 1, ` ${constant('back')}(${turn}); `);
}

function bracket(text: MagicString, source: ParsedSource, owner: FunctionNode, isBracketed: boolean): void {
  const body = owner.body as Node;
  const begin = `const ${turn} = ${constant('start')}(); try {`;
  const end = `} finally { ${constant('end')}(${turn}); }`;
  if (body.type === 'BlockStatement') {
    text.prependLeft(bodyStart(source.text, body), `; ${begin}`);
    text.appendRight(body.end - 1, `; ${end} `);
    return;
  }
  // A probe around the same arrow has already turned its body into a block.
  const [open, close] = isBracketed ? ['', ''] : [' return (', ');'];
  text.prependLeft(afterArrow(source.text, owner, body), ` { ${begin}${open}`);
  text.appendRight(owner.end, `${close} ${end} }`);
}
