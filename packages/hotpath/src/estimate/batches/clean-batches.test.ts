import { describe, expect, it } from 'vitest';
import { madeBatch } from '../../../test/support/made-batch.js';
import type { Batch } from '../../model/measurement/measurement.js';
import { cleanBatches } from './clean-batches.js';

const rule = { calmNs: 5000, keep: 0.5, waits: false };
const times = (batches: readonly Batch[]): number[] =>
  cleanBatches(batches, rule).map(({ wholeNs }) => wholeNs);
const several = (count: number, batch: Batch): Batch[] => Array.from({ length: count }, () => batch);

describe('the batches that stand for a variant', () => {
  const slow = madeBatch({ wholeNs: 2e6, yardstickNs: 9000 });
  const lost = madeBatch({ wholeNs: 2e6, preemptedNs: 1e6 });

  it('are the calm ones, even a single one, if the processor was contended in all others', () => {
    expect(times([...several(3, madeBatch()), ...several(7, slow)])).toEqual([1e6, 1e6]);
    expect(times([madeBatch(), ...several(9, slow)])).toEqual([1e6]);
  });

  it('are at least three calm ones if the path waits; with fewer, the quarter with the fastest yardstick', () => {
    const little = madeBatch({ wholeNs: 1.2e6, yardstickNs: 6000 });
    const batches = [...several(2, madeBatch()), ...several(2, little), ...several(8, slow)];
    const waiting = { ...rule, keep: 1, waits: true };
    expect(cleanBatches(batches, waiting).map(({ wholeNs }) => wholeNs)).toEqual([1e6, 1e6, 1.2e6]);
    expect(cleanBatches([...batches, madeBatch()], waiting)).toEqual(several(3, madeBatch()));
  });

  it('are the least pre-empted quarter, at least three, if only two of ten were not pre-empted', () => {
    expect(times([...several(2, madeBatch()), ...several(8, lost)])).toEqual([1e6, 1e6]);
  });

  it('are the faster half of the least pre-empted quarter if nearly all were pre-empted a little', () => {
    const little = madeBatch({ preemptedNs: 5e4 });
    const expensive = madeBatch({ wholeNs: 3e6 });
    expect(times([...several(4, expensive), ...several(36, little)])).toEqual(
      several(5, little).map(() => 1e6),
    );
  });
});
