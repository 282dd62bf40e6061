import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import MagicString from 'magic-string';
import { describe, expect, it } from 'vitest';
import { stripTypes } from './strip-types.js';

const strip = (text: string) => stripTypes('/a.ts', new MagicString(text));

describe('types', () => {
  it('are blanked where they stand', () => {
    const { code, map } = strip('type A = 1;\nconst x: number =\n  2 as number;\nexport { x };');
    expect(map).toBeNull();
    expect(code.split('\n').map((line) => line.trim())).toEqual([
      '',
      'const x         =',
      '2          ;',
      'export { x };',
    ]);
  });

  it('that need code are reprinted, with a map to the original lines', () => {
    const { code, map } = strip('type A = 1;\n\n\nenum E { a = 1 }\nexport const e = E.a;');
    const line = code.split('\n').findIndex((text) => text.includes('const e'));
    const trace = new TraceMap(map as never);
    expect(
      originalPositionFor(trace, { line: line + 1, column: code.split('\n')[line]?.indexOf('e =') ?? 0 })
        .line,
    ).toBe(5);
  });

  it('that an import brings without saying so are dropped, as TypeScript does', () => {
    expect(strip("import { Shape, draw } from './b';\ndraw as (s: Shape) => void;").code).not.toContain(
      'Shape,',
    );
  });

  it('in text that is no TypeScript are refused with the file', () => {
    expect(() => strip('const = 1;')).toThrow('/a.ts:1: syntax error');
  });
});
