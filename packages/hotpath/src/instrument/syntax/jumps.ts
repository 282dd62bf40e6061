import type { Insertions } from './insertions.js';
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

/** Collects what runs before jumps. */
export interface Exits {
  /** Code that runs before a jump, after what was put there before. A returned value is computed first. */
  put(jump: Node, code: string): void;
  /** Asks for all of it to be inserted. */
  close(): void;
}

export function createExits(insertions: Insertions): Exits {
  const codes = new Map<Node, string[]>();
  return {
    put(jump, code) {
      codes.set(jump, [...(codes.get(jump) ?? []), code]);
    },
    close() {
      for (const [jump, code] of codes) putBefore(insertions, jump, code.join(' '));
    },
  };
}

/**
 * Inserts code before a jump. A returned value is computed first, into `$hpValue`: after `0,`, so that it may be a list of expressions,
 * and a function in it gets no name.
 */
function putBefore(insertions: Insertions, jump: Node, code: string): void {
  if (jump.type !== 'ReturnStatement' || !jump.argument) {
    insertions.inside(jump.start, jump.end, `{ ${code} `, ' }');
    return;
  }
  insertions.replace(jump.start, jump.start + 'return'.length, '{ const $hpValue = (0,');
  const hasEnd = insertions.source.text[jump.end - 1] === ';';
  if (hasEnd) insertions.inside(jump.start, jump.end - 1, '', ')');
  insertions.inside(jump.start, jump.end, '', `${hasEnd ? '' : ');'} ${code} return $hpValue; }`);
}
