import { describe, expect, it } from 'vitest';
import { mean } from '../../../stats/summary.js';
import { combine, type Evidences } from './combine.js';

const about = (ns: number, systematic: number) => ({ values: [ns, ns, ns], systematic });
const none: Omit<Evidences, 'spans'> = { outside: null, marginal: null, sampled: null };

describe('a row from its routes', () => {
  it('is its spans, where it has no other', () => {
    expect(combine({ ...none, spans: about(100, 5) })).toMatchObject({
      values: [100, 100, 100],
      systematic: 5,
      weights: { spans: 1 },
      discord: null,
      atOdds: null,
    });
  });

  it('is the mean of routes that agree, by their precision', () => {
    const { values, weights, systematic } = combine({
      ...none,
      spans: about(100, 4),
      marginal: about(106, 8),
    });
    expect(mean(values)).toBeCloseTo((100 * 4 + 106) / 5, 9);
    expect(weights).toEqual({ spans: 0.8, marginal: expect.closeTo(0.2, 9) });
    expect(systematic).toBeGreaterThan(4);
  });

  it('stays with its spans, and is wider, where one other route is far away', () => {
    const { values, systematic, discord, atOdds } = combine({
      ...none,
      spans: about(100, 4),
      marginal: about(40, 4),
    });
    expect(Math.abs(mean(values) - 100)).toBeLessThan(1);
    expect(systematic).toBeGreaterThan(20);
    expect(discord).toBeGreaterThan(10);
    expect(atOdds).toBeNull();
  });

  it('leans on the others where they agree against its spans: a probe that costs 60 ns more in its place', () => {
    const { values, atOdds, systematic } = combine({
      ...none,
      spans: about(261, 6),
      outside: about(201, 9),
      sampled: about(213, 22),
    });
    expect(atOdds).toBe('spans');
    expect(Math.abs(mean(values) - 202)).toBeLessThan(5);
    expect(systematic).toBeGreaterThan(9);
  });

  it.each(['outside', 'marginal', 'sampled'] as const)(
    'does not follow %s where the others agree against it',
    (route) => {
      const agreed = {
        spans: about(200, 5),
        outside: about(203, 9),
        marginal: about(196, 8),
        sampled: about(210, 20),
      };
      const { values, atOdds, systematic } = combine({ ...agreed, [route]: about(0, 10) });
      expect(atOdds).toBe(route);
      expect(Math.abs(mean(values) - 200)).toBeLessThan(4);
      expect(systematic).toBeLessThan(9);
    },
  );

  it('changes without a jump as one route moves away', () => {
    const times = Array.from({ length: 80 }, (_, step) =>
      mean(
        combine({
          spans: about(200, 5),
          outside: about(201, 9),
          marginal: about(200 - step, 8),
          sampled: null,
        }).values,
      ),
    );
    const jumps = times.slice(1).map((ns, index) => Math.abs(ns - (times[index] as number)));
    expect(Math.max(...jumps)).toBeLessThan(2);
  });
});
