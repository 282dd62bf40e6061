import { describe, expect, it } from 'vitest';
import { parseSource } from '../syntax/parse.js';
import { regionPlaces } from './find-places.js';
import { readRegions } from './find-regions.js';

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

  it('take the text after the mark as their name, without a colon', () => {
    const region = (open: string) => `function f() {\n${open}\nf();\n// #endregion\n}`;
    expect(names(region('//#region tight'))).toEqual(['tight']);
    expect(names(region('// #region: colon'))).toEqual(['colon']);
    expect(names(region('// #region'))).toEqual(['line 2']);
    expect(names('function f() {\n// #region a\n// #endregion: a\n}')).toEqual(['a']);
  });

  it('are kept where other marks make no row', () => {
    const inner = '// #region b\nf();\n// #endregion\n';
    expect(names(`function f() {\n// #region a\n${inner}}\n// #endregion\n`)).toEqual(['b']);
    expect(names(`function f() {\n// #region never\n${inner}}`)).toEqual(['b']);
    expect(names(`// #endregion\nfunction f() {\n${inner}}`)).toEqual(['b']);
    expect(names(`function f() {\n// #region a\n${inner}// #endregion of a\n}`)).toEqual(['b']);
  });
});

const folds = (text: string): string[] => {
  const source = parseSource('/a.ts', text);
  return readRegions(source).onlyFolds.map(({ start, why }) => `${source.lineAt(start)}: ${why}`);
};

describe('marks that make no row', () => {
  it.each([
    ['function f() {\n// #region a\n}', ['2: region "a" is never closed']],
    ['function f() {\n// #endregion\n}', ['2: `#endregion` without a region']],
    [
      'function f() {\n// #region a\n// #region b\n// #endregion a\n// #endregion b\n}',
      [
        '4: `#endregion a` crosses region "b" of line 3',
        '5: `#endregion b` does not name region "a" of line 2, which it closes',
      ],
    ],
    [
      'function f() {\n// #region a\nf();\n// #endregion of the steps\n}',
      ['4: `#endregion of the steps` does not name region "a" of line 2, which it closes'],
    ],
    [
      'function f() {\n// #region a\nif (f) {\n// #endregion\n}\n}',
      ['2: region "a" begins in one block and ends in another, at line 4'],
    ],
    [
      'function f() {\n// #region a\n}\nfunction g() {\n// #endregion\n}',
      ['2: region "a" begins in one block and ends in another, at line 5'],
    ],
    [
      'function f() {\n// #region a\n// #endregion\n// #region a\n// #endregion\n}',
      ['4: region "a" has the same name as its sibling at line 2'],
    ],
    ['function f() {\nf(\n// #region a\n1,\n// #endregion\n)\n}', ['3: region "a" is inside an expression']],
    [
      'function f() { f\n// #region a\n.a()\n// #endregion\n.b(); }',
      ['2: region "a" is inside an expression'],
    ],
    [
      'function f() { interface A {\n// #region a\nx: 1;\n// #endregion\n} }',
      ['2: region "a" is inside a type'],
    ],
  ])('say why: %j', (text, expected) => {
    expect(folds(text)).toEqual(expected);
  });

  it.each([
    ['/* #region steps */', '/* #endregion */'],
    ['// region steps', '// endregion'],
    ['//region steps', '//endregion steps'],
    ['// <editor-fold desc="steps">', '// </editor-fold>'],
    ['// <editor-fold defaultstate="collapsed" desc="steps">', '// </editor-fold>'],
  ])('include marks of other styles where they could be rows: %s', (open, close) => {
    const inside = `${open}\nf();\n${close}\n`;
    expect(folds(`function f() {\n${inside}}`)).toEqual([`2: \`${open}\` is no mark of a row`]);
    expect(folds(`${inside}function f() {}`)).toEqual([]);
    expect(folds(`function f() {\n${open}\n}`)).toEqual([]);
  });

  it('never lend their end to a region around them', () => {
    const crossed = '// #region a\n// #region b\nf();\n// #endregion a\n// #endregion\n';
    expect(names(`function f() {\n// #region out\n${crossed}// #endregion\n}`)).toEqual(['out']);
  });
});

it('a source with an error of syntax is refused with file and line', () => {
  expect(() => names('function f( {')).toThrow('/a.ts:1: syntax error');
});
