import { describe, expect, it } from 'vitest';
import { compile } from '../../instrument/edits/compile.js';
import { parseSource } from '../../instrument/syntax/parse.js';
import { importFrom } from '../../model/path/import-from.js';
import { evalSpecification } from './eval-specification.js';
import { readOperation } from './operation-code.js';

const folder = '/project';
const operation = (code: string) => readOperation('--eval', code, folder);
const made = (code: string, setup = '') => evalSpecification({ code, setup, folder });

describe('readOperation', () => {
  it.each([
    ['f(1)', '(', 'f(1)', false],
    ['{ a: 1 }', '(', '{ a: 1 }', false],
    ['f() // last', '(', 'f() // last', false],
    ['await f()', '(', 'await f()', true],
    ['async () => { await f(); }', '(', 'async () => { await f(); }', false],
    ['const x = f(); x + 1', '{', 'const x = f(); return (x + 1)', false],
    ['for await (const x of y) ;', '{', 'for await (const x of y) ;', true],
    ['const x = await f(); x;', '{', 'const x = await f(); return (x);', true],
    ['if (x) return 1;', '{', 'if (x) return 1;', false],
    ['const x: number = 1; x as unknown', '{', 'const x: number = 1; return (x as unknown)', false],
  ])('reads %s', (code, open, text, isAsync) => {
    expect(operation(code)).toMatchObject({ open, code: text, isAsync });
  });

  it('lets imports be resolved from the folder', () => {
    const mark = JSON.stringify(importFrom(folder, ''));
    expect(operation("import('./x.js')").code).toBe(`import(${mark} + ('./x.js'))`);
  });

  it.each([
    ['f(', '--eval:1:3'],
    ['const x = 1;\nx +', '--eval:2:4'],
    ['1) + (2', '--eval:1:2'],
    ['}, other: () => {', '--eval:1:9'],
    ['const = 2; f(', '--eval:1:'],
    ['const x: = 2', '--eval:1:10'],
  ])('names the place of the mistake in %j', (code, place) => {
    expect(() => operation(code)).toThrow(place);
  });

  it.each(['', ' ', '// nothing', '/* */\n'])('refuses %j, which has no code', (code) => {
    expect(() => operation(code)).toThrow('--eval: has no code');
  });
});

describe('evalSpecification', () => {
  it('makes a module with the setup at its top level', () => {
    const { text, name, extension } = made('z.parse(1)', "import { z } from 'zod';");
    expect(parseSource('x.mjs', text).program.body[0]?.type).toBe('ImportDeclaration');
    expect(text).toContain(JSON.stringify(importFrom(folder, 'zod')));
    expect({ name, extension }).toEqual({ name: 'z.parse(1)', extension: '.mjs' });
  });

  it('is TypeScript where the code has types', () => {
    expect(made('f(1 as number)').extension).toBe('.mts');
    expect(made('f(1)', 'const n: number = 1').extension).toBe('.mts');
  });

  it('knows where a line that ran was written', () => {
    const { text, placeOf } = made('f();\ng()', 'let f;\nlet g;');
    const lineOf = (start: string): number =>
      text.split('\n').findIndex((line) => line.startsWith(start)) + 1;
    expect(placeOf(lineOf('let g'))).toBe('--setup:2');
    expect(placeOf(lineOf('f();'))).toBe('--eval:1');
    expect(placeOf(lineOf('return (g()'))).toBe('--eval:2');
    expect(placeOf(lineOf('  name:'))).toBeNull();
  });

  it('knows it where TypeScript takes other lines', () => {
    const { text, placeOf } = made('f();\ng()', 'enum Colour { red }');
    const ran = compile('/code.mts', text, [], 'undefined').split('\n');
    expect(placeOf(ran.findIndex((line) => line.includes('return g()')) + 1)).toBe('--eval:2');
  });

  it('shortens a long name and keeps it on one line', () => {
    expect(made(`f(\n  '${'a'.repeat(99)}')`).name).toMatch(/^f\( 'a{55}…$/);
  });

  it('declares `require` where the code uses it and does not declare it', () => {
    expect(made('f()', "const { f } = require('f')").text).toContain(
      'createRequire("/project/[command line].ts")',
    );
    expect(
      made('f()', "import { createRequire } from 'module'; const require = createRequire('/');").text,
    ).not.toContain('command line].ts")');
  });

  it.each([
    ['const = 1', '--setup:1:7: syntax error'],
    ['\nexport default 1', '--setup: has a default export'],
  ])('refuses the setup %j', (setup, message) => {
    expect(() => made('1', setup)).toThrow(message);
  });
});
