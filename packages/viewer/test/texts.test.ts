import { describe, expect, it } from 'vitest';
import { weightText as printedText } from '../../hotpath/src/report/text/weight-text.js';
import { listFunctions } from '../src/flame/state/list-functions.js';
import { packageOf } from '../src/flame/state/package-of.js';
import { placeOf } from '../src/flame/state/place-of.js';
import { countOf, percentText, shortWeightText, weightText } from '../src/theme/numbers.js';
import { plainText } from '../src/theme/plain-text.js';

describe('numbers', () => {
  it('are formatted as in the terminal', () => {
    for (const weight of [0, 0.4, 1, 999.96, 1234.5, 12_345, 123_456, 1_234_567, 987_654_321, 1.5e9, 6.131e9])
      for (const unit of ['nanoseconds', 'samples', 'bytes'] as const)
        expect(weightText(weight, unit)).toBe(printedText(weight, unit));
  });

  it('keep one significant digit for small shares', () => {
    expect([1, 0.1234, 0.0004, 0.00001, 0].map(percentText)).toEqual([
      '100.0%',
      '12.3%',
      '0.04%',
      '<0.01%',
      '0.0%',
    ]);
  });

  it('have a short form for narrow columns', () => {
    expect(shortWeightText(39_302, 'samples')).toBe('39,302');
    expect([12, 1234, 1_234_567_890].map((bytes) => shortWeightText(bytes, 'bytes'))).toEqual([
      '12 B',
      '1.23 kB',
      '1.23 GB',
    ]);
    expect([countOf(1, 'call'), countOf(2505, 'call')]).toEqual(['1 call', '2,505 calls']);
  });
});

describe('texts from outside', () => {
  it('have control characters and bidirectional overrides replaced by visible ones', () => {
    expect(plainText('\u001b[31mred\n')).toBe('␛[31mred␊');
    expect(plainText('\u202Egnp.exe\u007f')).toBe('\ufffdgnp.exe␡');
    expect(plainText('\ud800lone 😀')).toBe('\ufffdlone 😀');
    expect(plainText('__proto__ 漢字 😀')).toBe('__proto__ 漢字 😀');
  });

  it('get the package name after the innermost node_modules', () => {
    expect(packageOf('file:///a/node_modules/x/node_modules/@s/y/lib/z.js')).toBe('@s/y');
    expect(packageOf('C:\\a\\node_modules\\pino\\pino.js')).toBe('pino');
    expect(packageOf('/a/src/b.ts')).toBe('');
  });

  it('get places as file:line:column, and a short form', () => {
    expect(placeOf('file:///a/b/c/d/e.ts', 3, 7)).toEqual({
      full: '/a/b/c/d/e.ts:3:7',
      short: '…/c/d/e.ts:3',
    });
    expect(placeOf('/a/node_modules/x/y.js', 3, 0)).toEqual({
      full: '/a/node_modules/x/y.js:3',
      short: 'x/y.js:3',
    });
    expect(placeOf('node:fs', 0, 0)).toEqual({ full: 'node:fs', short: 'node:fs' });
    expect(placeOf('hotpath:row', 5, 1).full).toBe('');
  });
});

describe('listFunctions', () => {
  const shown = (name: string, own: number, whole: number) => ({
    name,
    own,
    whole,
    place: { full: '', short: '' },
    packageName: '',
    category: 0,
  });
  const functions = [shown('b', 1, 9), shown('__proto__', 3, 3), shown('a', 3, 5)];

  it('sorts by own weight, total weight or name', () => {
    const order = (by: 'own' | 'whole' | 'name') =>
      listFunctions(functions, by, null).map(({ index }) => index);
    expect([order('own'), order('whole'), order('name')]).toEqual([
      [1, 2, 0],
      [0, 2, 1],
      [1, 2, 0],
    ]);
  });

  it('keeps only marked functions', () => {
    expect(listFunctions(functions, 'own', Uint8Array.of(1, 0, 1)).map(({ index }) => index)).toEqual([2, 0]);
  });
});
