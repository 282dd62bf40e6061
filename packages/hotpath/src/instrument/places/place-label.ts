import { basename } from 'node:path';
import { isMadeFile } from '../../model/text/made-file.js';
import { nameOf } from '../syntax/function-name.js';
import type { FunctionNode, Node, ParsedSource } from '../syntax/parse.js';

/** Longest text of code in a label. */
const longest = 24;

/**
 * A name by which a reader finds a function again: its own where it was declared with one, else its file and line with what it is
 * assigned or given to.
 */
export function functionLabel(source: ParsedSource, node: FunctionNode, parents: readonly Node[]): string {
  const name = nameOf(node, parents);
  const parent = parents.at(-1);
  if (name && parent?.type !== 'AssignmentExpression') return name;
  return `${lineLabel(source, node.start)} ${givenTo(source, parent) ?? name ?? 'anonymous'}`;
}

/** The file and line of a statement with the beginning of its text. */
export function statementLabel(source: ParsedSource, { start, end }: { start: number; end: number }): string {
  return `${lineLabel(source, start)} ${excerpt(source.text.slice(start, end))}`;
}

function lineLabel({ file, lineAt }: ParsedSource, start: number): string {
  const name = basename(file, isMadeFile(file) ? '.cjs' : '');
  return `${name}:${lineAt(start)}`;
}

function givenTo({ text }: ParsedSource, parent: Node | undefined): string | null {
  switch (parent?.type) {
    case 'AssignmentExpression':
      return excerpt(text.slice(parent.left.start, parent.left.end));
    case 'CallExpression':
    case 'NewExpression':
      return `in ${excerpt(text.slice(parent.callee.start, parent.callee.end))}()`;
    default:
      return null;
  }
}

/** Code on one line, cut at its end. */
function excerpt(code: string): string {
  const line = code.replace(/\s+/g, ' ');
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
