import { describe, expect, it } from 'vitest';
import type { RowReadings } from './row-readings.js';
import { spanEvidence } from './span-evidence.js';

const hidden = { mean: 14, deviation: 2, ns: [14, 14] };

/** A row that runs once, whose spans less the interval are `ns`. */
function row(ns: number, calls = 1): RowReadings {
  return {
    corrected: [ns * calls, ns * calls],
    calls,
    span: { timedCalls: [calls, calls] },
    interval: { ns: [36, 36], deviation: 0 },
  } as unknown as RowReadings;
}

describe('what spans say of a row', () => {
  it('has back what the path hides of the timer, for each execution', () => {
    expect(spanEvidence(row(86), hidden).values).toEqual([100, 100]);
    expect(spanEvidence(row(86, 3), hidden).values).toEqual([300, 300]);
  });

  it('has back what its own replicate hid', () => {
    expect(spanEvidence(row(86), { ...hidden, ns: [14, 2] }).values).toEqual([100, 88]);
  });

  it('has back about half for a row too short to hide all, and is less sure of it', () => {
    const [short, long] = [spanEvidence(row(0), hidden), spanEvidence(row(8), hidden)];
    expect(short.values).toEqual([7, 7]);
    expect(long.values).toEqual([22, 22]);
    expect(short.systematic).toBeGreaterThan(long.systematic);
  });

  it('is nothing, and not NaN, for a row that never ran', () => {
    const never = { ...row(0), corrected: [0, 0], calls: 0 };
    expect(spanEvidence(never, hidden)).toEqual({ values: [0, 0], systematic: 0 });
  });

  it('is less sure of a long row than of a short one', () => {
    expect(spanEvidence(row(5000), hidden).systematic).toBeGreaterThan(
      5 * spanEvidence(row(50), hidden).systematic,
    );
  });
});
