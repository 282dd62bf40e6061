import type MagicString from 'magic-string';
import { findSuspending, handlersOf, suspensionsIn } from '../places/find-suspensions.js';
import { afterArrow, bodyStart } from '../syntax/function-body.js';
import type { FunctionNode, Node, ParsedSource } from '../syntax/parse.js';
import { insertProlog } from '../syntax/prolog.js';

/**
 * Tells the runtime whenever a function of the file suspends (`await`, `yield`) and goes on, so that what is open in one
 * activation is not taken for open in another that runs meanwhile.
 */
export interface Suspensions {
  readonly index: number;
  readonly kind: 'suspensions';
}

/** One activation between its suspensions; the runtime keeps in it where it was. */
export type Turn = object;

/** What inserted code calls. */
export interface SuspensionRuntime {
  readonly start: () => Turn;
  /** Before a suspension; gives back the value. */
  readonly away: <T>(turn: Turn, value: T) => T;
  /** Behind it, and where an exception from it may have landed; gives back the value. */
  readonly back: <T>(turn: Turn, value?: T) => T;
  readonly end: (turn: Turn) => void;
}

/**
 * Wraps every suspension of every async function and generator, on the lines that are there. Goes in behind probes, and
 * around them. `yield*` and `for await` suspend inside what they iterate over and stay as they are.
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
  // A probe around the same arrow has made a block of its body already.
  const [open, close] = isBracketed ? ['', ''] : [' return (', ');'];
  text.prependLeft(afterArrow(source.text, owner, body), ` { ${begin}${open}`);
  text.appendRight(owner.end, `${close} ${end} }`);
}
