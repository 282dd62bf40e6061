import { type Exits, jumpsIn, type Stretch } from '../syntax/jumps.js';
import type { FunctionNode, Node } from '../syntax/parse.js';
import { leave, type Probe } from './probe-code.js';

/** The range of text between the edges of a probe. */
export interface Span extends Stretch {
  readonly probe: Probe;
}

/** Leaves spans before each jump (`return`, `break`, `continue`) out of them. */
export function leaveAtExits(exits: Exits, owner: FunctionNode, spans: readonly Span[]): void {
  const innerFirst = [...spans].sort((a, b) => b.from - a.from);
  for (const jump of jumpsIn(owner.body as Node)) {
    const left = innerFirst.filter((span) => jump.leaves(span)).map(({ probe }) => leave(probe));
    if (left.length > 0) exits.put(jump.node, left.join(' '));
  }
}
