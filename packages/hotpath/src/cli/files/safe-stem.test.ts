import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeStem } from './safe-stem.js';

describe('the part of a file name for a path', () => {
  it.each([
    ['fapilog.info', 'fapilog.info'],
    ['GET /users/:id', 'GET-users-id'],
    ['a/b', 'a-b'],
    ['a\\b', 'a-b'],
    ['../c', 'c'],
    ['..', 'path'],
    ['.hidden', 'hidden'],
    ['--force', 'force'],
    ['x$&y', 'x-y'],
    ['two rows ', 'two-rows'],
    ['漢字 né', '漢字-né'],
    ['a\u0000\nb', 'a-b'],
    ['', 'path'],
    ['NUL', 'path-NUL'],
    ['com1.x', 'path-com1.x'],
    ['console', 'console'],
  ])('is, for %j, %j', (name, stem) => {
    expect(safeStem(name)).toBe(stem);
  });

  it('is short, names no folder or device, for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        const stem = safeStem(name);
        expect(stem).toMatch(/^[^\s./\\:*?"<>|$&-][^\s/\\:*?"<>|$&]*$/u);
        expect(Buffer.byteLength(stem)).toBeLessThanOrEqual(155);
        expect(stem).not.toMatch(/[.-]$/);
      }),
    );
  });
});
