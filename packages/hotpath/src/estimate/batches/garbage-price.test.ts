import { describe, expect, it } from 'vitest';
import { madeBatch } from '../../../test/support/made-batch.js';
import type { Batch, ForkMeasurement, Measurement } from '../../model/measurement/measurement.js';
import { collectionCost } from './collection-cost.js';
import { garbagePrices } from './garbage-price.js';

/** A hundred batches of 1,000 bytes each; the first `pauses` of them have a pause in their settling. */
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

/** Cost of garbage collection in each fork for an operation of 100 bytes, ns. */
function costsIn(forks: readonly ForkMeasurement[], pricedBy?: string): number[] {
  const priceIn = garbagePrices({ forks } as unknown as Measurement, rule);
  return forks.map((each) => collectionCost(each, struck(0, 0), priceIn, pricedBy).collection);
}

const costIn = (alone: Alone, pricedBy?: string): number => costsIn([fork(alone)], pricedBy)[0] as number;

describe('the price of garbage', () => {
  // A hundred batches allocate 1e5 bytes.
  it('is that of the path alone, not that of all variants together', () => {
    expect(costIn({ base: struck(10, 300) })).toBeCloseTo((100 * 10 * 300) / 1e5, 9);
  });

  it('is that of all batches of the fork if the path alone had fewer than three pauses, or never ran alone', () => {
    const interleaved = (100 * 20 * 800) / 2e5;
    expect(costIn({ base: struck(2, 300) })).toBeCloseTo(interleaved, 9);
    expect(costIn({})).toBeCloseTo(interleaved, 9);
  });

  it('is that of another path alone where the caller names that path', () => {
    const alone = { base: struck(10, 300), 'other-0': struck(10, 100) };
    expect(costIn(alone, 'other-0')).toBeCloseTo((100 * 10 * 100) / 1e5, 9);
  });

  it('of a path alone holds for all forks of its replicate', () => {
    const forks = [fork({ base: struck(10, 300) }, 0), fork({}, 0), fork({ base: struck(10, 500) }, 1)];
    expect(costsIn(forks)).toEqual([3, 3, 5].map((ns) => expect.closeTo(ns, 9)));
  });

  it('is that of the path alone in all replicates if one replicate had fewer than three pauses', () => {
    const forks = [fork({ base: struck(2, 300) }, 0), fork({ base: struck(10, 300) }, 1)];
    const all = (100 * 12 * 300) / 2e5;
    expect(costsIn(forks)).toEqual([all, 3].map((ns) => expect.closeTo(ns, 9)));
  });

  it('is the same in a fork where the path and its pauses are slower by the same factor', () => {
    const quick = struck(10, 300, { ranNs: 1e6 });
    const slow = struck(10, 900, { ranNs: 3e6 });
    const costs = costsIn([fork({ base: quick }, 0), fork({ base: slow }, 1)]);
    expect(costs).toEqual([3, 3].map((ns) => expect.closeTo(ns, 9)));
  });

  it('is higher in a fork where only pauses are longer', () => {
    const forks = [300, 900].map((pauseNs, replicate) =>
      fork({ base: struck(10, pauseNs, { ranNs: 1e6 }) }, replicate),
    );
    expect(costsIn(forks)).toEqual([3, 9].map((ns) => expect.closeTo(ns, 9)));
  });

  it('comes from batches of any length, at the pace of the calm ones', () => {
    const calm = (bytes: number): Partial<Batch> => ({ allocatedBytes: bytes, ranNs: 1000 * bytes });
    const lengths = [...struck(5, 300, calm(500)), ...struck(5, 300, calm(1500))];
    const busy = struck(10, 600, { allocatedBytes: 1000, ranNs: 2e6, yardstickNs: 9000 });
    const costs = costsIn([fork({ base: lengths }, 0), fork({ base: busy }, 1)]);
    expect(costs).toEqual([1.5, 3].map((ns) => expect.closeTo(ns, 9)));
  });

  it('does not count what other threads took from pauses, but counts their number', () => {
    // Half of the pauses waited for another thread's turn: 4,000 ns more.
    const own = struck(5, 300);
    const waited = struck(5, 4300, { settlingPreemptedNs: 4000 });
    expect(costIn({ base: [...own, ...waited] })).toBeCloseTo((100 * 10 * 300) / 2e5, 9);
  });

  it('comes from the pauses that lost least where nearly all lost something', () => {
    const lost = [100, 200, 400, 4000].flatMap((ns) => struck(4, 300 + ns, { settlingPreemptedNs: ns }));
    // Of 16 pauses the quarter that lost least: 400 ns each.
    expect(costIn({ base: lost })).toBeCloseTo((100 * 16 * 400) / 4e5, 9);
  });

  it('takes pauses as they are where the system does not report what other threads took', () => {
    const unknown = struck(10, 300, { preemptedNs: null, settlingPreemptedNs: null });
    expect(costIn({ base: unknown })).toBeCloseTo((100 * 10 * 300) / 1e5, 9);
  });
});
