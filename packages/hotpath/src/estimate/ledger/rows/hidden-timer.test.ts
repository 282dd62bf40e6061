import { describe, expect, it } from 'vitest';
import { hiddenTimer, type Pairs } from './hidden-timer.js';

const five = (value: number): number[] => Array.from({ length: 5 }, () => value);

/** A machine on which two reads take 76 ns where nothing is hidden; a chain hides 14 ns, and a pair adds 46 ns to it. */
function pairs(addedByPair: readonly number[], changes: Partial<Pairs> = {}): Pairs {
  return { interval: five(38), hiddenInChain: five(14), addedToChain: five(46), addedByPair, ...changes };
}

describe('what a path hides of the timer, without a row of two routes', () => {
  it.each([
    ['what chained loops hide, where a pair adds as little as to a chain', 46, 18.2],
    ['nothing, where a pair adds two intervals', 76, 0],
    ['nothing, where a pair adds more', 130, 0],
    ['half, where it adds the mean of both', 61, 9.1],
  ])('is %s', (_, added, hidden) => {
    const { mean, deviation } = hiddenTimer([], pairs(five(added)));
    // The statement that a path is between the two pulls a little.
    expect(Math.abs(mean - hidden)).toBeLessThan(3);
    expect(deviation).toBeLessThan(6);
  });

  it('is half of what a chain hides, and uncertain by as much, where what a pair adds is unknown or differs widely', () => {
    const unknown = hiddenTimer([], pairs(five(Number.NaN)));
    expect(unknown.mean).toBeCloseTo(9.1, 9);
    expect(unknown.deviation).toBeCloseTo(9.1, 9);
    const wide = hiddenTimer([], pairs([-300, 20, 46, 150, 400]));
    expect(wide.deviation).toBeGreaterThan(8);
  });

  it('does not follow a fork that measured the chain at a bad moment', () => {
    const once = hiddenTimer(
      [],
      pairs(five(46), { hiddenInChain: [14, 90, 14, 14, 13], addedToChain: [46, -30, 46, 46, 47] }),
    );
    expect(Math.abs(once.mean - 18.2)).toBeLessThan(3);
  });

  it('is none, and uncertain by a quarter of the interval, where no fork measured a chain', () => {
    const none = hiddenTimer([], pairs(five(46), { hiddenInChain: five(Number.NaN) }));
    expect(none).toEqual({ mean: 0, deviation: 9.5 });
  });
});

describe('a row with two routes', () => {
  const row = {
    corrected: five(86),
    marginal: five(100),
    calls: 1,
    cold: { mean: 0, deviation: 0 },
    doubt: 1,
  };

  it('shows what the path hides, more surely than what a pair adds', () => {
    const { mean, deviation } = hiddenTimer([row], pairs(five(76)));
    expect(mean).toBeGreaterThan(5);
    expect(deviation).toBeLessThan(hiddenTimer([], pairs(five(76))).deviation);
  });

  it('shows less where its clock was cold', () => {
    const cold = { mean: 30, deviation: 15 };
    expect(hiddenTimer([{ ...row, cold }], pairs(five(76))).mean).toBeLessThan(4);
  });
});
