import { describe, expect, it } from 'vitest';
import { collectionCost } from '../src/estimate/collection-cost.js';
import type { Batch, ForkMeasurement } from '../src/model/measurement.js';
import { madeBatch } from './made-batch.js';

/** A hundred batches of 1,000 bytes each, some of them struck by a pause. */
function struck(pauses: number, pauseNs: number): Batch[] {
  return Array.from({ length: 100 }, (_, index) =>
    index < pauses ? madeBatch({ settlingCollections: 1, settlingCollectionNs: pauseNs }) : madeBatch(),
  );
}

function fork(alone: Record<string, readonly Batch[]>): ForkMeasurement {
  const variants = ['base', 'span-0'].map((id) => ({ id, batches: struck(10, 800) }));
  const stretches = Object.entries(alone).map(([id, batches]) => ({ id, batches }));
  return { batchOperations: 10, variants, alone: stretches } as unknown as ForkMeasurement;
}

const calmNs = 5000;
const costIn = (alone: Record<string, readonly Batch[]>, pricedBy?: string): number =>
  collectionCost(fork(alone), struck(0, 0), calmNs, pricedBy).collection;

describe('the cost of garbage', () => {
  // An operation allocates 100 bytes; in a hundred batches are 1e5 of them.
  it('has the price at which the path alone collects, not that of all variants together', () => {
    expect(costIn({ base: struck(10, 300) })).toBeCloseTo((100 * 10 * 300) / 1e5, 9);
  });

  it('has the price of all batches where too few pauses struck the path alone, or it never ran alone', () => {
    const interleaved = (100 * 20 * 800) / 2e5;
    expect(costIn({ base: struck(2, 300) })).toBeCloseTo(interleaved, 9);
    expect(costIn({})).toBeCloseTo(interleaved, 9);
  });

  it('has the price of another path where that keeps something else', () => {
    const alone = { base: struck(10, 300), 'other-0': struck(10, 100) };
    expect(costIn(alone, 'other-0')).toBeCloseTo((100 * 10 * 100) / 1e5, 9);
  });
});
