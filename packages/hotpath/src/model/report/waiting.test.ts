import { describe, expect, it } from 'vitest';
import type { Estimate } from './estimate.js';
import { isWaitShown, waitOfRow } from './waiting.js';

const total = { mean: 100_000, low: 90_000, high: 110_000 };
const about = (mean: number, half: number): Estimate => ({ mean, low: mean - half, high: mean + half });

describe('the waiting time of the whole', () => {
  it('is shown if its interval excludes 0 and it is more than 2 % of the total', () => {
    expect(isWaitShown({ total, waiting: about(50_000, 40_000) })).toBe(true);
    expect(isWaitShown({ total, waiting: about(50_000, 60_000) })).toBe(false);
    expect(isWaitShown({ total, waiting: about(1000, 10) })).toBe(false);
  });

  it('is shown without an interval, as one replicate alone gives it', () => {
    expect(isWaitShown({ total, waiting: about(50_000, Number.POSITIVE_INFINITY) })).toBe(true);
  });

  it('is not shown where the system does not report it', () => {
    expect(isWaitShown({ total, waiting: about(Number.NaN, Number.NaN) })).toBe(false);
  });
});

describe('the waiting time of a row', () => {
  it('is shown if its interval excludes 0', () => {
    expect(waitOfRow(about(300, 200))?.mean).toBe(300);
    expect(waitOfRow(about(300, 400))).toBeNull();
    expect(waitOfRow(null)).toBeNull();
  });
});
