import type MagicString from 'magic-string';
import { isFunction, type Node, walk } from './parse.js';

/** A range of text, as UTF-16 offsets. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A `return`, `break` or `continue` of a function. */
export interface Jump {
  readonly node: Node;
  /** Whether the jump is inside the range and its target is outside. */
  leaves(stretch: Stretch): boolean;
}

/** The jumps below a node, in source order, without those of inner functions. */
export function jumpsIn(root: Node): Jump[] {
  const jumps: Jump[] = [];
  walk(root, (node, parents) => {
    if (isFunction(node)) return false;
    if (isJump(node)) {
      const target = node.type === 'ReturnStatement' ? undefined : jumpTarget(node, parents);
      jumps.push({
        node,
        leaves: (stretch) => within(node, stretch) && (!target || !within(target, stretch)),
      });
    }
    return undefined;
  });
  return jumps;
}

function isJump(node: Node): boolean {
  return (
    node.type === 'ReturnStatement' || node.type === 'BreakStatement' || node.type === 'ContinueStatement'
  );
}

function within(node: Node, { from, to }: Stretch): boolean {
  return node.start >= from && node.end <= to;
}

function jumpTarget(jump: Node, parents: readonly Node[]): Node | undefined {
  const label = 'label' in jump && jump.label && 'name' in jump.label ? jump.label.name : null;
  return parents.findLast((node) => {
    if (label !== null) return node.type === 'LabeledStatement' && node.label.name === label;
    const loop = /^(For|ForIn|ForOf|While|DoWhile)Statement$/.test(node.type);
    return loop || (jump.type === 'BreakStatement' && node.type === 'SwitchStatement');
  });
}

/** Inserts code before a jump. A returned value is computed first, into `$hpValue`. */
export function putBefore(text: MagicString, jump: Node, code: string): void {
  if (jump.type === 'ReturnStatement' && jump.argument) {
    const end = text.original[jump.end - 1] === ';' ? '' : ';';
    text.overwrite(jump.start, jump.start + 'return'.length, '{ const $hpValue =');
    text.prependRight(jump.end, `${end} ${code} return $hpValue; }`);
    return;
  }
  text.appendLeft(jump.start, `{ ${code} `);
  text.prependRight(jump.end, ' }');
}
