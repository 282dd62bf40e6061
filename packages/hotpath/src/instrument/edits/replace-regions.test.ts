import { describe, expect, it } from 'vitest';
import { compile } from './compile.js';

const replaced = (text: string, code: string): string => {
  const start = text.indexOf('// #region');
  return compile('/sample.ts', text, [{ index: 0, kind: 'replace', start, code }], 'runtime');
};

describe('a replaced region', () => {
  const text =
    'function f(n: number) {\n// #region a\nconst x: number = n;\n// #endregion\nreturn x;\n}\nf(1);\n';

  it('runs the given code in the language of the file, with comments and several lines', () => {
    for (const code of ['const x: number = n * 2;', 'const y = n; // half\nconst x = 2 * y']) {
      const made = new Function(`${replaced(text, code).replace('f(1);', 'return f(4);')}`) as () => number;
      expect(made()).toBe(8);
    }
  });

  it('throws an error that names the file if the code is invalid', () => {
    expect(() => replaced(text, 'const x = ;')).toThrow(/sample\.ts/);
  });
});
