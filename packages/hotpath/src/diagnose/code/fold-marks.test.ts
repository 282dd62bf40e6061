import { describe, expect, it } from 'vitest';
import type { FoldMark } from '../../model/path/fold-mark.js';
import { foldMarks } from './fold-marks.js';

const found = (marks: readonly FoldMark[] | undefined) => foldMarks({ plan: { foldMarks: marks } });
const marksAt = (count: number): FoldMark[] =>
  Array.from({ length: count }, (_, line) => ({ file: '/p/a.ts', line, why: 'region "x" is never closed' }));

describe('marks that only fold text', () => {
  it('are named with file, line and reason', () => {
    expect(found(marksAt(2))?.message).toBe(
      'marks that only fold text and make no row: /p/a.ts:0 (region "x" is never closed), /p/a.ts:1 (region "x" is never closed)',
    );
  });

  it('are counted where there are many', () => {
    expect(found(marksAt(13))?.message).toMatch(/\/p\/a\.ts:9 \(region "x" is never closed\) and 3 more$/);
  });

  it('are not mentioned where there are none, as in measurements of earlier versions', () => {
    expect([found([]), found(undefined)]).toEqual([null, null]);
  });
});
