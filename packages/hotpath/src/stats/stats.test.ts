import { describe, expect, it } from 'vitest';
import { seededRandom, shuffled } from './random.js';
import { slope } from './regression.js';
import { meanInterval, studentT95 } from './student-t.js';
import { mean, quantile, standardDeviation } from './summary.js';

describe('summaries', () => {
  it('are the textbook ones', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(2.13809, 5);
    expect(quantile([4, 1, 3, 2], 0.25)).toBe(1.75);
    expect(quantile([7], 0.9)).toBe(7);
    expect(mean([])).toBeNaN();
  });
});

describe('a slope', () => {
  it('is that of the least-squares line', () => {
    expect(slope([1, 2, 3], [3, 5, 7])).toBe(2);
    expect(slope([1, 2, 3, 4], [1, 3, 2, 4])).toBeCloseTo(0.8, 12);
    expect(slope([2, 2], [1, 5])).toBe(0);
  });
});

describe("Student's t", () => {
  it('has the 97.5 % points of the tables, also beyond them', () => {
    expect(studentT95(4)).toBe(2.776);
    expect(studentT95(40)).toBeCloseTo(2.021, 2);
    expect(studentT95(120)).toBeCloseTo(1.98, 2);
  });

  it('gives no interval to a single value', () => {
    expect(meanInterval([5])).toEqual({ mean: 5, low: -Infinity, high: Infinity });
  });

  it('holds the true mean of normal replicates in 93 to 97 of 100 intervals', () => {
    const random = seededRandom(1);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    let held = 0;
    for (let trial = 0; trial < 4000; trial++) {
      const { low, high } = meanInterval(Array.from({ length: 5 }, () => 10 + normal()));
      if (low <= 10 && high >= 10) held++;
    }
    expect(held / 4000).toBeGreaterThan(0.93);
    expect(held / 4000).toBeLessThan(0.97);
  });
});

describe('seeded random order', () => {
  it('is the same for the same seed and another for another', () => {
    const order = (seed: number) => shuffled([1, 2, 3, 4, 5, 6, 7, 8], seededRandom(seed));
    expect(order(3)).toEqual(order(3));
    expect(order(3)).not.toEqual(order(4));
    expect([...order(3)].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('puts every item everywhere equally often', () => {
    const random = seededRandom(9);
    const first = [0, 0, 0];
    for (let trial = 0; trial < 3000; trial++)
      first[shuffled([0, 1, 2], random)[0] as number] =
        (first[shuffled([0, 1, 2], random)[0] as number] ?? 0) + 1;
    for (const count of first) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});
