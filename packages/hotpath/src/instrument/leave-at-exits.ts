import type MagicString from 'magic-string';
import { type FunctionNode, isFunction, type Node, walk } from './parse.js';
import { leave, type Probe } from './probe-code.js';

/** The stretch of text between a probe's edges. */
export interface Span {
  readonly probe: Probe;
  readonly from: number;
  readonly to: number;
}

/** Closes spans before the jumps (`return`, `break`, `continue`) that lead out of them. */
export function leaveAtExits(text: MagicString, owner: FunctionNode, spans: readonly Span[]): void {
  const innerFirst = [...spans].sort((a, b) => b.from - a.from);
  walk(owner.body as Node, (node, parents) => {
    if (isFunction(node)) return false;
    const left = innerFirst.filter((span) => leaves(node, parents, span)).map(({ probe }) => leave(probe));
    if (left.length > 0) closeBefore(text, node, left.join(' '));
    return undefined;
  });
}

function leaves(node: Node, parents: readonly Node[], span: Span): boolean {
  if (!isJump(node) || !within(node, span)) return false;
  if (node.type === 'ReturnStatement') return true;
  const target = jumpTarget(node, parents);
  return !target || !within(target, span);
}

function isJump(node: Node): boolean {
  return (
    node.type === 'ReturnStatement' || node.type === 'BreakStatement' || node.type === 'ContinueStatement'
  );
}

function within(node: Node, span: Span): boolean {
  return node.start >= span.from && node.end <= span.to;
}

function jumpTarget(jump: Node, parents: readonly Node[]): Node | undefined {
  const label = 'label' in jump && jump.label && 'name' in jump.label ? jump.label.name : null;
  return parents.findLast((node) => {
    if (label !== null) return node.type === 'LabeledStatement' && node.label.name === label;
    const loop = /^(For|ForIn|ForOf|While|DoWhile)Statement$/.test(node.type);
    return loop || (jump.type === 'BreakStatement' && node.type === 'SwitchStatement');
  });
}

/** A returned value is made inside the span, so the span is closed behind its making. */
function closeBefore(text: MagicString, jump: Node, code: string): void {
  if (jump.type === 'ReturnStatement' && jump.argument) {
    const end = text.original[jump.end - 1] === ';' ? '' : ';';
    text.overwrite(jump.start, jump.start + 'return'.length, '{ const $hpValue =');
    text.prependRight(jump.end, `${end} ${code} return $hpValue; }`);
    return;
  }
  text.appendLeft(jump.start, `{ ${code} `);
  text.prependRight(jump.end, ' }');
}
