import { describe, expect, it } from 'vitest';
import { row } from './test/made-up-evidence.js';
import { counted, largestRows, listed } from './words.js';

describe('words', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('list %j as "%s"', (items, text) => {
    expect(listed(items)).toBe(text);
  });

  it.each([
    [0, '0 rows are'],
    [1, '1 row is'],
    [2, '2 rows are'],
  ])('count %d as "%s"', (count, text) => {
    expect(counted(count, 'row is', 'rows are')).toBe(text);
  });

  it.each([
    [[], ''],
    [[500], ' The largest row is row 0 (50.0%).'],
    [[500, 200], ' The largest rows are row 0 (50.0%) and row 1 (20.0%): together 70.0% of the call.'],
  ])('name the largest rows of %j', (times, text) => {
    expect(largestRows(times.map((time, index) => row(`row ${index}`, time, 1000)))).toBe(text);
  });
});
