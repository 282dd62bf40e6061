import { describe, expect, it } from 'vitest';
import { outsideEvidence, rowsSeenFromOutside } from './outside-evidence.js';
import type { RowReadings } from './row-readings.js';

const inside = { values: [260, 262], systematic: 5 };
const numbers = {
  clean: [1000, 1000],
  interval: [36, 36],
  addedByPair: [60, 60],
} as unknown as Parameters<typeof outsideEvidence>[2];

/** A row that runs once; its probe adds `added` ns to the whole. */
function row(added: number, place = 0, calls = 1): RowReadings {
  return {
    row: { place },
    calls,
    span: { added: [added, added], timedCalls: [calls, calls] },
    interval: { ns: [36, 36], deviation: 0 },
  } as unknown as RowReadings;
}

describe('a row from outside', () => {
  it('is its inside, where its probe adds what a pair adds elsewhere', () => {
    expect(outsideEvidence(row(60), inside, numbers)?.values).toEqual([260, 262]);
  });

  it('lacks what its probe adds more, and is less sure than its inside', () => {
    const outside = outsideEvidence(row(120), inside, numbers);
    expect(outside?.values).toEqual([200, 202]);
    expect(outside?.systematic).toBeGreaterThan(inside.systematic);
  });

  it('is unknown, and not NaN, where a replicate does not know what a pair adds', () => {
    const addedByPair = [60, Number.NaN];
    expect(outsideEvidence(row(60), inside, { ...numbers, addedByPair })).toBeNull();
  });

  it('is for three rows or more that run often and are alone at their place', () => {
    const seen = (rows: RowReadings[]): number => rowsSeenFromOutside(rows).size;
    expect(seen([row(60, 0), row(60, 1), row(60, 2)])).toBe(3);
    expect(seen([row(60, 0), row(60, 1)])).toBe(0);
    expect(seen([row(60, 0), row(60, 1), row(60, 2, 0.2)])).toBe(0);
    expect(seen([row(60, 0), row(60, 1), row(60, 2), row(60, 2), row(60, 3)])).toBe(3);
  });
});
