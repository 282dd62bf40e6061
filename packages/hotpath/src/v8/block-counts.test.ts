import { describe, expect, it } from 'vitest';
import { blockFinder, scriptsByFile } from './block-counts.js';

const script = (url: string, ...ranges: readonly (readonly [from: number, to: number, count: number])[]) => ({
  url,
  functions: ranges.map(([startOffset, endOffset, count]) => ({
    functionName: '',
    ranges: [{ startOffset, endOffset, count }],
  })),
});

describe('blocks of a script', () => {
  it('are the innermost ones around an offset, whatever their order', () => {
    const blockAt = blockFinder(script('/a.js', [20, 30, 7], [0, 100, 1], [10, 40, 5], [50, 60, 0]));
    const offsets = [0, 10, 20, 29, 30, 40, 55, 99, 100];
    expect(offsets.map((offset) => blockAt(offset)?.count)).toEqual([1, 5, 7, 7, 5, 1, 0, 1, undefined]);
  });

  it('are not those of the fields of an instance, whose range is the whole class', () => {
    const fields = script('/a.js', [0, 100, 9]).functions.map((one) => ({
      ...one,
      functionName: '<instance_members_initializer>',
    }));
    const whole = script('/a.js', [0, 200, 1]);
    const blockAt = blockFinder({ ...whole, functions: [...whole.functions, ...fields] });
    expect(blockAt(0)?.count).toBe(1);
  });

  it('end with a miscounted loop in which they begin', () => {
    const blockAt = blockFinder(script('/a.js', [0, 100, 1], [20, 60, 3]), [{ start: 10, end: 40 }]);
    expect([25, 45].map((offset) => blockAt(offset)?.count)).toEqual([3, 1]);
  });

  it('are found by file, whether V8 names the script by its path or by its URL', () => {
    const scripts = scriptsByFile({ result: [script('/a b.js'), script('file:///a%20b.js?hotpath=base')] });
    expect(scripts.get('/a b.js')).toHaveLength(2);
  });
});
