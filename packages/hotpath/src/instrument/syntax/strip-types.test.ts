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

  it('throws an error with file and line for a syntax error', () => {
    expect(() => strip('const = 1;')).toThrow('/a.ts:1: syntax error');
  });
});
