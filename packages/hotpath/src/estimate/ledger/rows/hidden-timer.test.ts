import { describe, expect, it } from 'vitest';
import { mean } from '../../../stats/summary.js';
import { hiddenTimer, type Pairs } from './hidden-timer.js';

const five = (value: number): number[] => Array.from({ length: 5 }, () => value);

/** A machine on which two reads take 76 ns where nothing is hidden; a chain hides 14 ns, and a pair adds 46 ns to it. */
function pairs(addedByPair: readonly number[], changes: Partial<Pairs> = {}): Pairs {
  const chain = { hotInterval: five(38), hiddenInChain: five(14), addedToChain: five(46) };
  return { interval: five(38), ...chain, addedByPair, ...changes };
}

describe('what a path hides of the timer, without a row of two routes', () => {
  it.each([
    ['what a chain hides, where a pair adds as little as to a chain', 46, 14],
    ['nothing, where a pair adds two intervals', 76, 0],
    ['nothing, where a pair adds more', 130, 0],
    ['half, where it adds the mean of both', 61, 7],
  ])('is %s', (_, added, hidden) => {
    const { mean: found, deviation } = hiddenTimer([], pairs(five(added)));
    // The statement that a path is between the two pulls a little.
    expect(Math.abs(found - hidden)).toBeLessThan(2.5);
    expect(deviation).toBeLessThan(5);
  });

  it('is half of what a chain hides, and uncertain by as much, where what a pair adds is unknown or differs widely', () => {
    const unknown = hiddenTimer([], pairs(five(Number.NaN)));
    expect(unknown.mean).toBeCloseTo(7, 9);
    expect(unknown.deviation).toBeCloseTo(7, 9);
    const wide = hiddenTimer([], pairs([-300, 20, 46, 150, 400]));
    expect(wide.deviation).toBeGreaterThan(6);
  });

  it('follows the machine: a replicate on a shared core hides nothing, the others as before', () => {
    const { ns, mean: found } = hiddenTimer(
      [],
      pairs([46, 46, 46, 80, 46], { hiddenInChain: [14, 14, 14, 1, 14], addedToChain: [46, 46, 46, 75, 46] }),
    );
    expect(ns[3]).toBeLessThan(3);
    expect(ns[0]).toBeGreaterThan(11);
    expect(mean(ns)).toBeCloseTo(found, 9);
  });

  it('takes the middle of the others for a replicate whose chain was not measured', () => {
    const { ns } = hiddenTimer([], pairs(five(46), { hiddenInChain: [14, Number.NaN, 14, 14, 14] }));
    expect(ns[1]).toBeCloseTo(ns[0] as number, 9);
  });

  it('is none, and uncertain by a quarter of the interval, where no fork measured a chain', () => {
    const none = hiddenTimer([], pairs(five(46), { hiddenInChain: five(Number.NaN) }));
    expect(none).toEqual({ mean: 0, deviation: 9.5, ns: five(0) });
  });
});

describe('a row with two routes', () => {
  const row = { corrected: five(86), marginal: five(100), calls: 1, doubt: { marginal: 1, span: 4 } };

  it('shows what the path hides, more surely than what a pair adds', () => {
    const { mean: found, deviation } = hiddenTimer([row], pairs(five(76)));
    expect(found).toBeGreaterThan(5);
    expect(deviation).toBeLessThan(hiddenTimer([], pairs(five(76))).deviation);
  });

  it('shows less where its own spans are in doubt', () => {
    const cold = { ...row, doubt: { marginal: 1, span: 20 } };
    expect(hiddenTimer([cold], pairs(five(76))).mean).toBeLessThan(4);
  });
});
