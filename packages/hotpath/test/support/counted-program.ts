import MagicString from 'magic-string';
import { outlineScript } from '../../src/instrument/syntax/outline.js';
import { parseSource, walk } from '../../src/instrument/syntax/parse.js';

/** A program whose statements count themselves: `hit(i)` runs before statement i of the outline. */
export function countedProgram(text: string): string {
  const source = parseSource('/program.js', text);
  const { statements } = outlineScript(source);
  const code = new MagicString(text);
  walk(source.program, (node, parents) => {
    const index = statements.findIndex(({ start }) => start === node.start);
    const parent = parents.at(-1);
    if (index === -1 || parents.some(({ start, type }) => start === node.start && type !== 'Program')) return;
    // `continue` needs the label directly before its loop: the labelled statement is counted.
    if (parent?.type === 'LabeledStatement') return;
    const isList =
      parent?.type === 'BlockStatement' || parent?.type === 'Program' || parent?.type === 'StaticBlock';
    if (parent?.type === 'ArrowFunctionExpression') {
      code.appendRight(node.start, `(hit(${index}), `).prependLeft(node.end, ')');
    } else if (isList || parent?.type === 'SwitchCase') {
      code.appendRight(node.start, `hit(${index}); `);
    } else code.appendRight(node.start, `{ hit(${index}); `).prependLeft(node.end, '}');
    return undefined;
  });
  return code.toString();
}

/** The statements of a program that `countedProgram` counts: those directly below a label are counted with it. */
export function countedStatements(text: string): ReadonlySet<number> {
  const source = parseSource('/program.js', text);
  const { statements } = outlineScript(source);
  const labelled = new Set<number>();
  walk(source.program, (node) => {
    if (node.type === 'LabeledStatement') labelled.add(node.body.start);
    return undefined;
  });
  return new Set(statements.flatMap(({ start }, index) => (labelled.has(start) ? [] : [index])));
}
