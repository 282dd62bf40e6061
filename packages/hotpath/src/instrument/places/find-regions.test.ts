import { describe, expect, it } from 'vitest';
import { parseSource } from '../syntax/parse.js';
import { regionPlaces } from './find-places.js';

const names = (text: string): string[] => regionPlaces(parseSource('/a.ts', text)).map((place) => place.name);

describe('regions', () => {
  it('have lines, and state whether their function can be suspended', () => {
    const text =
      'function f() {\n  // #region one two\n  f();\n  // #endregion\n}\nasync () => {\n//#region b\n//#endregion\n}';
    expect(regionPlaces(parseSource('/a.ts', text))).toMatchObject([
      { name: 'one two', kind: 'region', file: '/a.ts', line: 2, endLine: 4, suspends: false },
      { name: 'b', line: 7, endLine: 8, suspends: true },
    ]);
  });

  it('around declarations, members, properties or elements are ignored', () => {
    expect(names('// #region a\nfunction f() {}\n// #endregion')).toEqual([]);
    expect(names('class A {\n// #region a\nx = 1;\n// #endregion\n}')).toEqual([]);
    expect(names('function f() { return {\n// #region a\nx: 1,\n// #endregion\n}; }')).toEqual([]);
  });

  it('may share a name in two functions', () => {
    const twice = 'function f() {\n// #region a\n// #endregion\n}\n';
    expect(names(twice + twice.replace('f()', 'g()'))).toEqual(['a', 'a']);
  });

  it.each([
    ['function f() {\n// #region a\n}', '/a.ts:2: region "a" is never closed'],
    ['function f() {\n// #endregion\n}', '/a.ts:2: `#endregion` without a region'],
    [
      'function f() {\n// #region a\n// #region b\n// #endregion a\n// #endregion b\n}',
      '/a.ts:4: `#endregion a` crosses region "b" of line 3',
    ],
    [
      'function f() {\n// #region a\nif (f) {\n// #endregion\n}\n}',
      '/a.ts:2: region "a" begins in one block and ends in another, at line 4',
    ],
    [
      'function f() {\n// #region a\n}\nfunction g() {\n// #endregion\n}',
      '/a.ts:2: region "a" begins in one block and ends in another, at line 5',
    ],
    [
      'function f() {\n// #region a\n// #endregion\n// #region a\n// #endregion\n}',
      '/a.ts:4: region "a" has the same name as its sibling at line 2',
    ],
    [
      'function f() {\nf(\n// #region a\n1,\n// #endregion\n)\n}',
      '/a.ts:3: region "a" is inside an expression',
    ],
    ['function f( {', '/a.ts:1: syntax error'],
  ])('that are misplaced are refused with file and line: %j', (text, message) => {
    expect(() => names(text)).toThrow(message);
  });
});
