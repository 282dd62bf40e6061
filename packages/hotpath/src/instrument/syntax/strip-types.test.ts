import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import MagicString from 'magic-string';
import { describe, expect, it } from 'vitest';
import { stripTypes } from './strip-types.js';

const strip = (text: string) => stripTypes('/a.ts', new MagicString(text));

describe('stripTypes', () => {
  it('replaces types by blanks and keeps all lines', () => {
    const { code, map } = strip('type A = 1;\nconst x: number =\n  2 as number;\nexport { x };');
    expect(map).toBeNull();
    expect(code.split('\n').map((line) => line.trim())).toEqual([
      '',
      'const x         =',
      '2          ;',
      'export { x };',
    ]);
  });

  it('reprints enums, with a map to the original lines', () => {
    const { code, map } = strip('type A = 1;\n\n\nenum E { a = 1 }\nexport const e = E.a;');
    const line = code.split('\n').findIndex((text) => text.includes('const e'));
    const trace = new TraceMap(map as never);
    expect(
      originalPositionFor(trace, { line: line + 1, column: code.split('\n')[line]?.indexOf('e =') ?? 0 })
        .line,
    ).toBe(5);
  });

  it('drops imported names that are used only as types', () => {
    expect(strip("import { Shape, draw } from './b';\ndraw as (s: Shape) => void;").code).not.toContain(
      'Shape,',
    );
  });

  it.each([
    'const limits = { T: 2 };',
    'const f = (given: T) => given.T;',
    'const f = (T: number) => T;',
    'T: for (;;) break T;',
    'class A { T = 1; }',
    'export const f = function T() {};',
    'enum E { T }',
    'const a: typeof T = 1;',
    'export type { T };',
  ])('drops an imported type whose name is also another one: %s', (text) => {
    expect(strip(`import { T } from './b';\n${text}`).code).not.toContain('import');
  });

  it.each([
    'const a = { T };',
    'const a = { a: T };',
    'class A extends T {}',
    'export { T };',
    '@T class A {}',
  ])('keeps an import that is used as a value, and its lines: %s', (text) => {
    const { code, map } = strip(`import { T, U } from './b';\n${text}\nU;`);
    expect([map, code]).toEqual([null, `import { T, U } from './b';\n${text}\nU;`]);
  });

  it.each([
    'interface T {}\nexport { T, x };',
    'type T = 1;\nexport { T as U };',
    'declare class T {}\nexport { T };',
    'namespace T { export type A = 1; }\nexport { T };',
    'interface T {}\nexport default T;',
  ])('drops the export of a type of the file: %s', (text) => {
    expect(strip(`const x = 1;\n${text}`).code).not.toContain('T');
  });

  it.each(['interface T {}\nconst T = 1;\nexport { T };', 'export default T;', 'class T {}\nexport { T };'])(
    'keeps the export of a value: %s',
    (text) => {
      expect(strip(text)).toMatchObject({ map: null, code: expect.stringMatching(/export .*T/) });
    },
  );

  it('throws an error with file and line for a syntax error', () => {
    expect(() => strip('const = 1;')).toThrow('/a.ts:1: syntax error');
    expect(() => strip('enum E { a }\nlet é = 1, a = 2;\nlet a = 3;')).toThrow(
      '/a.ts:3: cannot be transpiled',
    );
  });
});
