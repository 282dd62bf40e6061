import { describe, expect, it } from 'vitest';
import { originalPlace } from './original-sources.js';

/** One segment: generated line 2, column 0, comes from line 5, column 2 of the first source. */
const map = JSON.stringify({ version: 3, sources: ['../src/a.ts'], names: [], mappings: ';AAIE' });
const text = 'let a;\nfunction f() {}\n';
const encoded = `data:application/json;base64,${Buffer.from(map).toString('base64')}`;

describe('originalPlace', () => {
  it('resolves an inline source map relative to the file', () => {
    const place = originalPlace('/p/dist/a.js', `${text}//# sourceMappingURL=${encoded}\n`, 7);
    expect(place).toEqual({ file: '/p/src/a.ts', line: 5 });
  });

  it('reads a map that is not base64, and uses the last comment', () => {
    const plain = `data:application/json;charset=utf-8,${encodeURIComponent(map)}`;
    const twice = `${text}//# sourceMappingURL=none.map\n//# sourceMappingURL=${plain}`;
    expect(originalPlace('/p/dist/a.js', twice, 16)).toEqual({ file: '/p/src/a.ts', line: 5 });
  });

  it('returns null without a map, for an unreadable map, and for an unmapped position', () => {
    expect(originalPlace('/p/dist/a.js', text, 7)).toBeNull();
    expect(originalPlace('/p/dist/a.js', `${text}//# sourceMappingURL=gone.map`, 7)).toBeNull();
    expect(
      originalPlace('/p/dist/a.js', `${text}//# sourceMappingURL=data:application/json,{`, 7),
    ).toBeNull();
    expect(originalPlace('/p/dist/a.js', `${text}//# sourceMappingURL=${encoded}\n`, 0)).toBeNull();
  });
});
