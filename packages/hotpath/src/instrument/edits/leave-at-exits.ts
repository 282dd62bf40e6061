import type MagicString from 'magic-string';
import { jumpsIn, putBefore, type Stretch } from '../syntax/jumps.js';
import type { FunctionNode, Node } from '../syntax/parse.js';
import { leave, type Probe } from './probe-code.js';

/** The stretch of text between a probe's edges. */
export interface Span extends Stretch {
  readonly probe: Probe;
}

/** Closes spans before the jumps (`return`, `break`, `continue`) that lead out of them. */
export function leaveAtExits(text: MagicString, owner: FunctionNode, spans: readonly Span[]): void {
  const innerFirst = [...spans].sort((a, b) => b.from - a.from);
  for (const jump of jumpsIn(owner.body as Node)) {
    const left = innerFirst.filter((span) => jump.leaves(span)).map(({ probe }) => leave(probe));
    if (left.length > 0) putBefore(text, jump.node, left.join(' '));
  }
}
