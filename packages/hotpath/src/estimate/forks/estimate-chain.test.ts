import { describe, expect, it } from 'vitest';
import type { ChainReading } from '../../model/measurement/measurement.js';
import { estimateChain } from './estimate-chain.js';

const rule = { calmNs: 4500, keep: 0.5, waits: false };

/** A chain of 1.1 ns a turn that hides `hidden` ns of an interval of 36. */
function reading(hidden: number, changes: Partial<ChainReading> = {}): ChainReading {
  const [withoutNs, plainNs] = [220, 264];
  const spanNs = 36 + (plainNs - withoutNs) - hidden;
  return { yardstickNs: 4400, withoutNs, plainNs, probedNs: plainNs + 45, spanNs, emptyNs: 36, ...changes };
}

describe('what a fork shows of a chain', () => {
  it('is what it hides of the interval, and what a pair adds to it', () => {
    expect(
      estimateChain(
        Array.from({ length: 10 }, () => reading(14)),
        rule,
      ),
    ).toEqual({
      hotInterval: 36,
      hiddenInChain: 14,
      addedToChain: 45,
    });
  });

  it('is read while the processor is calm', () => {
    const shared = Array.from({ length: 20 }, () => reading(1, { yardstickNs: 4900 }));
    const calm = Array.from({ length: 4 }, () => reading(14));
    expect(estimateChain([...shared, ...calm], rule).hiddenInChain).toBe(14);
    expect(estimateChain(shared, rule).hiddenInChain).toBe(1);
  });

  it('is unknown where nothing was read, or the two chains do not grow by their turns', () => {
    expect(estimateChain([], rule).hiddenInChain).toBeNaN();
    const slow = Array.from({ length: 10 }, () => reading(14, { plainNs: 400 }));
    expect(estimateChain(slow, rule).hiddenInChain).toBeNaN();
  });
});
