import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { wrap, wrapName } from './wrap.js';

it('a text breaks at spaces, with later lines indented', () => {
  expect(wrap('one two three four', 9, '  ')).toBe('one two\n  three\n  four');
});

describe('a name', () => {
  it('breaks after slashes and before the function of a place', () => {
    expect(wrapName('packages/app/src/build.js:37(buildAll)', 21)).toEqual([
      'packages/app/src/',
      'build.js:37(buildAll)',
    ]);
    expect(wrapName('build.js:37(buildAll)', 12)).toEqual(['build.js:37', '(buildAll)']);
  });

  it('loses nothing but spaces at the ends of lines, at any width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (name, width) => {
        const lines = wrapName(name, width);
        const letters = (text: string): string => text.replace(/\s/g, '');
        expect(letters(lines.join(''))).toBe(letters(name));
        for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
