import { describe, expect, it } from 'vitest';
import { madeBatch } from '../../../test/support/made-batch.js';
import type { Batch, ForkMeasurement, Measurement } from '../../model/measurement/measurement.js';
import { collectionCost } from './collection-cost.js';
import { garbagePrices } from './garbage-price.js';

/** A hundred batches of 1,000 bytes each, some of them struck by a pause. */
function struck(pauses: number, pauseNs: number, different: Partial<Batch> = {}): Batch[] {
  return Array.from({ length: 100 }, (_, index) =>
    index < pauses
      ? madeBatch({
          ...different,
          settlingCollections: 1,
          settlingCollectionNs: pauseNs,
          settlingBytes: null,
        })
      : madeBatch(different),
  );
}

type Alone = Record<string, readonly Batch[]>;

function fork(alone: Alone, replicate = 0): ForkMeasurement {
  const variants = ['base', 'span-0'].map((id) => ({ id, batches: struck(10, 800) }));
  const stretches = Object.entries(alone).map(([id, batches]) => ({ id, batches }));
  return { replicate, batchOperations: 10, variants, alone: stretches } as unknown as ForkMeasurement;
}

const rule = { calmNs: 5000, keep: 0.5, waits: false };

/** What an operation of 100 bytes is charged for its garbage in each fork. */
function costsIn(forks: readonly ForkMeasurement[], pricedBy?: string): number[] {
  const priceIn = garbagePrices({ forks } as unknown as Measurement, rule);
  return forks.map((each) => collectionCost(each, struck(0, 0), priceIn, pricedBy).collection);
}

const costIn = (alone: Alone, pricedBy?: string): number => costsIn([fork(alone)], pricedBy)[0] as number;

describe('the price of garbage', () => {
  // In a hundred batches are 1e5 bytes.
  it('is that at which the path alone collects, not that of all variants together', () => {
    expect(costIn({ base: struck(10, 300) })).toBeCloseTo((100 * 10 * 300) / 1e5, 9);
  });

  it('is that of all batches where too few pauses struck the path alone, or it never ran alone', () => {
    const interleaved = (100 * 20 * 800) / 2e5;
    expect(costIn({ base: struck(2, 300) })).toBeCloseTo(interleaved, 9);
    expect(costIn({})).toBeCloseTo(interleaved, 9);
  });

  it('is that of another path where that keeps something else', () => {
    const alone = { base: struck(10, 300), 'other-0': struck(10, 100) };
    expect(costIn(alone, 'other-0')).toBeCloseTo((100 * 10 * 100) / 1e5, 9);
  });

  it('holds for all forks of the replicate whose path ran alone', () => {
    const forks = [fork({ base: struck(10, 300) }, 0), fork({}, 0), fork({ base: struck(10, 500) }, 1)];
    expect(costsIn(forks)).toEqual([3, 3, 5].map((ns) => expect.closeTo(ns, 9)));
  });

  it('is that of all replicates where too few pauses struck the path alone in one', () => {
    const forks = [fork({ base: struck(2, 300) }, 0), fork({ base: struck(10, 300) }, 1)];
    const all = (100 * 12 * 300) / 2e5;
    expect(costsIn(forks)).toEqual([all, 3].map((ns) => expect.closeTo(ns, 9)));
  });

  it('does not rise where the machine is slow with the path and with its garbage alike', () => {
    const quick = struck(10, 300, { ranNs: 1e6 });
    const slow = struck(10, 900, { ranNs: 3e6 });
    const costs = costsIn([fork({ base: quick }, 0), fork({ base: slow }, 1)]);
    expect(costs).toEqual([3, 3].map((ns) => expect.closeTo(ns, 9)));
  });

  it('rises where pauses alone are longer', () => {
    const forks = [300, 900].map((pauseNs, replicate) =>
      fork({ base: struck(10, pauseNs, { ranNs: 1e6 }) }, replicate),
    );
    expect(costsIn(forks)).toEqual([3, 9].map((ns) => expect.closeTo(ns, 9)));
  });

  it('is taken from batches of any length, and at the pace of the calm ones', () => {
    const calm = (bytes: number): Partial<Batch> => ({ allocatedBytes: bytes, ranNs: 1000 * bytes });
    const lengths = [...struck(5, 300, calm(500)), ...struck(5, 300, calm(1500))];
    const busy = struck(10, 600, { allocatedBytes: 1000, ranNs: 2e6, yardstickNs: 9000 });
    const costs = costsIn([fork({ base: lengths }, 0), fork({ base: busy }, 1)]);
    expect(costs).toEqual([1.5, 3].map((ns) => expect.closeTo(ns, 9)));
  });
});
