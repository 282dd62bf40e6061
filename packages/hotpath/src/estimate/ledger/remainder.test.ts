import { describe, expect, it } from 'vitest';
import { exampleLedger } from '../../../test/support/example-ledger.js';

describe('the remainder', () => {
  it('is the total without all rows', async () => {
    const { unexplained } = await exampleLedger();
    expect(unexplained.mean).toBeCloseTo(100, 9);
    expect(unexplained.share).toBeCloseTo(0.1, 9);
  });

  it('is negative, not clamped, where rows exceed the whole', async () => {
    const { unexplained } = await exampleLedger({ inclusive: [800, 600, 200, 150, 300, 50] });
    expect(unexplained.mean).toBeCloseTo(-100, 9);
  });

  it('is divided into the measuring loop, code in no row, and what is left', async () => {
    const { unexplained } = await exampleLedger({ driverNs: 7 });
    const parts = unexplained.parts.map(({ name, mean }) => [name, Math.round(mean * 1e6) / 1e6]);
    expect(parts).toEqual([
      ['measuring loop', 7],
      ['code in no row', 93],
      ['overlap with the loop', 0],
    ]);
    expect(unexplained.mean).toBeCloseTo(100, 9);
  });
});
