import { type Node, parseSource, walk } from './parse.js';

/** A line that is longer than this is opened. */
const longest = 120;

/** Whether a text is written for machines: its statements are not on lines of their own. */
export function isDense(text: string): boolean {
  return text.split('\n').some((line) => line.length > longest);
}

/**
 * The text with each statement of a list on a line of its own. A line break before a statement changes nothing but the lines: it follows a
 * brace, a semicolon or a label, where none is restricted (ECMA-262, 12.10.1). A text with an error of syntax stays as it is.
 */
export function openLines(file: string, text: string): string {
  const starts = new Set<number>();
  try {
    const { program } = parseSource(file, text);
    walk(program, (node) => {
      for (const { start } of statementsOf(node)) starts.add(start);
      return undefined;
    });
  } catch {
    return text;
  }
  let opened = '';
  let from = 0;
  for (const start of [...starts].sort((a, b) => a - b)) {
    opened += text.slice(from, start);
    from = start;
    if (opened.trimEnd() !== '' && !/\n[ \t]*$/.test(opened)) opened += '\n';
  }
  return opened + text.slice(from);
}

function statementsOf(node: Node): readonly Node[] {
  switch (node.type) {
    case 'BlockStatement':
    case 'StaticBlock':
      return node.body;
    case 'SwitchCase':
      return node.consequent;
    default:
      return [];
  }
}
