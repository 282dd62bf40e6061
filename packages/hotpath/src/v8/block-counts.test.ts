import { describe, expect, it } from 'vitest';
import { blockCounter } from './block-counts.js';

const script = (url: string, ...ranges: readonly (readonly [from: number, to: number, count: number])[]) => ({
  url,
  functions: ranges.map(([startOffset, endOffset, count]) => ({
    functionName: '',
    ranges: [{ startOffset, endOffset, count }],
  })),
});

describe('block counts', () => {
  it('are those of the innermost block around an offset, whatever the order of the blocks', () => {
    const coverage = { result: [script('/a.js', [20, 30, 7], [0, 100, 1], [10, 40, 5], [50, 60, 0])] };
    expect(blockCounter([coverage])('/a.js', [0, 10, 20, 29, 30, 40, 55, 99, 100])).toEqual([
      1, 5, 7, 7, 5, 1, 0, 1, 0,
    ]);
  });

  it('are summed over threads and processes, which name a script by its file or its URL', () => {
    const counter = blockCounter([
      { result: [script('/a.js', [0, 10, 2]), script('node:fs', [0, 10, 9])] },
      { result: [script('file:///a.js', [0, 10, 3])] },
    ]);
    expect(counter('/a.js', [5])).toEqual([5]);
    expect(counter('/b.js', [5])).toBeNull();
  });
});
