import { describe, expect, it } from 'vitest';
import { outlineScript } from './outline.js';
import { parseSource } from './parse.js';

const outline = (text: string, file = '/a.ts') => outlineScript(parseSource(file, text));

describe('the outline of a script', () => {
  it('lists the script and its functions with names, outer before inner', () => {
    const { functions } = outline(
      [
        'export function outer() {',
        '  return [1].map((x) => x);',
        '}',
        'class Job { private static async run(): Promise<void> {} get size() { return 1; } }',
        'const named = () => 1;',
      ].join('\n'),
    );
    expect(functions.map(({ name, line, endLine }) => [name, line, endLine])).toEqual([
      ['', 1, 5],
      ['outer', 1, 3],
      ['', 2, 2],
      ['run', 4, 4],
      ['size', 4, 4],
      ['named', 5, 5],
    ]);
  });

  it('starts members at their names, as V8 does, after TypeScript modifiers', () => {
    const text = 'class A { private run() {} }';
    expect(outline(text).functions[1]).toMatchObject({ start: text.indexOf('run'), column: 19 });
  });

  it('lists the statements of each function, and expression bodies of arrows', () => {
    const { statements } = outline(
      [
        "'use strict';",
        'interface Shape { size: number }',
        'function f(n: number) {',
        '  for (let i = 0; i < n; i++)',
        '    g(i);',
        '  const h = () =>',
        '    n + 1;',
        '  return h();',
        '}',
        'export const x = f(2);',
      ].join('\n'),
    );
    expect(statements.map(({ line, column, owner }) => [line, column, owner])).toEqual([
      [4, 3, 1],
      [5, 5, 1],
      [6, 3, 1],
      [7, 5, 2],
      [8, 3, 1],
      [10, 8, 0],
    ]);
  });
});
