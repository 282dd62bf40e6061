import { expect, it } from 'vitest';
import { parseSource } from './parse.js';
import { recentSyntaxAt } from './recent-syntax.js';

const at = (line: number, text: string, file = '/a.ts'): string | null =>
  recentSyntaxAt(parseSource(file, text), line);

it.each([
  ['`accessor`', 'class A {\n accessor level = 2;\n}'],
  ['decorators', 'class A {\n @log work() {}\n}'],
  ['decorators', 'let a;\n@log class A {}'],
  ['`using`', 'function f() {\n using a = open();\n}'],
  ['`await using`', 'async function f() {\n await using a = open();\n}'],
  ['`import defer`', "let a;\nimport defer * as b from './b.js';"],
  ['`import source`', "let a;\nimport source b from './b.wasm';"],
  [null, 'let a;\nlet b = a;'],
])('%s is named at its line', (name, text) => {
  expect(at(2, text)).toBe(name);
  expect(at(1, text)).toBe(null);
});

it('JSX is named', () => {
  expect(at(1, 'const a = <b />;', '/a.js')).toBe('JSX');
});
