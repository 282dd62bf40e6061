import { describe, expect, it } from 'vitest';
import { changePoints } from './change-points.js';
import { twoModes } from './modes.js';
import { seededRandom, shuffled } from './random.js';
import { slope, slopeInterval } from './regression.js';
import { signedRankInterval } from './signed-ranks.js';
import { meanInterval, studentT95 } from './student-t.js';
import { mean, quantile, standardDeviation } from './summary.js';

/** Box and Muller. */
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A sharp lower edge and a long tail, as times have. */
const skewed = (random: () => number): number => Math.log(1 - random()) ** 2;

describe('changes of level', () => {
  const series = (levels: readonly number[], noise: (random: () => number) => number, seed: number) => {
    const random = seededRandom(seed);
    return levels.flatMap((level) => Array.from({ length: 50 }, () => level + noise(random)));
  };

  it('are found within a few values of their true place', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const found = changePoints(series([10, 13, 11], normal, seed));
      expect(found.length).toBe(2);
      expect(Math.abs((found[0] as number) - 50)).toBeLessThan(6);
      expect(Math.abs((found[1] as number) - 100)).toBeLessThan(6);
    }
  });

  it('are rarely found in normal or skewed noise without changes', () => {
    for (const noise of [normal, skewed]) {
      const wrong = Array.from({ length: 200 }, (_, seed) => changePoints(series([10, 10, 10], noise, seed)));
      expect(wrong.filter((found) => found.length > 0).length).toBeLessThan(10);
    }
  });

  it('are not found in fewer values than two stretches need', () => {
    expect(changePoints([1, 1, 1, 9, 9, 9])).toEqual([]);
    expect(changePoints([])).toEqual([]);
    expect(changePoints(new Array(40).fill(7))).toEqual([]);
  });
});

describe('two modes', () => {
  const mixture = (share: number, gap: number, seed: number): number[] => {
    const random = seededRandom(seed);
    return Array.from({ length: 300 }, () => (random() < share ? gap : 0) + normal(random));
  };

  it('are found with their centres and shares', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const found = twoModes(mixture(0.3, 6, seed));
      expect(found?.low).toBeCloseTo(0, 0);
      expect(found?.high).toBeCloseTo(6, 0);
      expect(Math.abs((found?.highShare ?? 0) - 0.3)).toBeLessThan(0.1);
    }
  });

  it('are not found in a normal, skewed or uniform distribution, or in a few outliers', () => {
    const uniform = (random: () => number) => random();
    for (const noise of [normal, skewed, uniform]) {
      const wrong = Array.from({ length: 200 }, (_, seed) => {
        const random = seededRandom(seed);
        return twoModes(Array.from({ length: 300 }, () => noise(random)));
      });
      expect(wrong.filter((found) => found !== null).length).toBeLessThan(5);
    }
    expect(twoModes(mixture(0.03, 20, 1))).toBeNull();
    expect(twoModes([])).toBeNull();
  });
});

describe('summaries', () => {
  it('equal the textbook values', () => {
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

  it('has an interval that contains the true slope in 93 to 97 of 100 lines', () => {
    const random = seededRandom(5);
    let held = 0;
    for (let trial = 0; trial < 2000; trial++) {
      const xs = [0, 1, 2, 3, 4, 5, 6, 7];
      const { low, high } = slopeInterval(
        xs,
        xs.map((x) => 3 * x + normal(random)),
      );
      if (low <= 3 && high >= 3) held++;
    }
    expect(held / 2000).toBeGreaterThan(0.93);
    expect(held / 2000).toBeLessThan(0.97);
    expect(slopeInterval([0, 1], [0, 1]).high).toBe(Infinity);
  });
});

describe("Student's t", () => {
  it('has the 97.5 % points of published tables, and of more degrees of freedom', () => {
    expect(studentT95(4)).toBe(2.776);
    expect(studentT95(40)).toBeCloseTo(2.021, 2);
    expect(studentT95(120)).toBeCloseTo(1.98, 2);
  });

  it('gives a single value an infinite interval', () => {
    expect(meanInterval([5])).toEqual({ mean: 5, low: -Infinity, high: Infinity });
  });

  it('gives intervals that contain the true mean of normal replicates in 93 to 97 of 100 cases', () => {
    const random = seededRandom(1);
    let held = 0;
    for (let trial = 0; trial < 4000; trial++) {
      const { low, high } = meanInterval(Array.from({ length: 5 }, () => 10 + normal(random)));
      if (low <= 10 && high >= 10) held++;
    }
    expect(held / 4000).toBeGreaterThan(0.93);
    expect(held / 4000).toBeLessThan(0.97);
  });
});

describe('seeded random order', () => {
  it('is the same for the same seed and different for another seed', () => {
    const order = (seed: number) => shuffled([1, 2, 3, 4, 5, 6, 7, 8], seededRandom(seed));
    expect(order(3)).toEqual(order(3));
    expect(order(3)).not.toEqual(order(4));
    expect([...order(3)].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('puts every item in every place equally often', () => {
    const random = seededRandom(9);
    const first = [0, 0, 0];
    for (let trial = 0; trial < 3000; trial++)
      first[shuffled([0, 1, 2], random)[0] as number] =
        (first[shuffled([0, 1, 2], random)[0] as number] ?? 0) + 1;
    for (const count of first) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});

describe('the interval by signed ranks', () => {
  it('of eight values ends at the fourth of 36 Walsh averages from either end', () => {
    const { mean: centre, low, high } = signedRankInterval([1, 2, 4, 7, 11, 16, 22, 29]);
    expect([centre, low, high]).toEqual([11.25, 2.5, 22]);
  });

  it('contains the truth in at least 95 of 100 samples, and hardly moves with one outlier', () => {
    const random = seededRandom(5);
    let held = 0;
    for (let n = 0; n < 2000; n++) {
      const { low, high } = signedRankInterval(Array.from({ length: 8 }, () => normal(random)));
      if (low <= 0 && 0 <= high) held++;
    }
    expect(held / 2000).toBeGreaterThan(0.94);
    expect(held / 2000).toBeLessThan(0.985);
    const calm = [9, 10, 11, 9, 10, 11, 10];
    const { mean: centre, high } = signedRankInterval([...calm, 1000]);
    expect(centre).toBeLessThan(11);
    expect(high).toBeLessThan(600);
  });

  it('leaves out as many Walsh averages at either end as published tables give', () => {
    const published: Record<number, number> = {
      6: 0,
      7: 2,
      8: 3,
      9: 5,
      10: 8,
      11: 10,
      12: 13,
      15: 25,
      20: 52,
      25: 89,
    };
    for (const [count, critical] of Object.entries(published)) {
      const values = Array.from({ length: Number(count) }, (_, index) => 1.5 ** index);
      const averages = values.flatMap((one, index) => values.slice(index).map((other) => (one + other) / 2));
      const { low, high } = signedRankInterval(values);
      expect(averages.filter((average) => average < low)).toHaveLength(critical);
      expect(averages.filter((average) => average > high)).toHaveLength(critical);
    }
  });

  it('is infinite for fewer values than the test needs', () => {
    expect(signedRankInterval([1, 2, 3]).high).toBe(Number.POSITIVE_INFINITY);
  });
});
