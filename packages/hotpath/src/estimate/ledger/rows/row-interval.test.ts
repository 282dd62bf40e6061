import { describe, expect, it } from 'vitest';
import { intervalAt, intervalWhereWaiting } from './row-interval.js';

const pairs = { interval: [50, 52], hotInterval: [36, 36] };

describe('the interval of a pair at a row', () => {
  it("is the empty pair's where the row runs once per operation", () => {
    expect(intervalAt(1, pairs)).toEqual({ ns: [50, 52], deviation: 0 });
  });

  it('is hot in all executions but one where the row runs more often', () => {
    const { ns, deviation } = intervalAt(4, pairs);
    expect(ns).toEqual([(50 + 3 * 36) / 4, (52 + 3 * 36) / 4]);
    expect(deviation).toBeGreaterThan(0);
    expect(intervalAt(4, { ...pairs, hotInterval: [Number.NaN, Number.NaN] }).ns).toEqual([50, 52]);
  });

  it('grows the rarer the row runs, by the logarithm, and so does its doubt', () => {
    const more = (calls: number) => (intervalAt(calls, pairs).ns[0] as number) - 50;
    expect(more(1 / 8)).toBeCloseTo(3 * more(1 / 2), 9);
    expect(more(1 / 2)).toBeGreaterThan(10);
    expect(intervalAt(1 / 8, pairs).deviation).toBeGreaterThan(2 * intervalAt(1 / 2, pairs).deviation);
  });

  it("is the empty pair's where the row never ran", () => {
    expect(intervalAt(0, pairs)).toEqual({ ns: [50, 52], deviation: 0 });
  });

  it('is anywhere between cold and hot on a path that waits', () => {
    const { ns, deviation } = intervalWhereWaiting(pairs);
    expect(ns).toEqual([43, 44]);
    expect(deviation).toBeCloseTo(15 / Math.sqrt(12), 9);
    expect(intervalWhereWaiting({ ...pairs, hotInterval: [Number.NaN, Number.NaN] })).toEqual({
      ns: [50, 52],
      deviation: 0,
    });
  });
});
