import type { Batch } from '../../src/model/measurement/measurement.js';

/** A clean batch, or one that differs from it in the given fields. */
export function madeBatch(different: Partial<Batch> = {}): Batch {
  return {
    startMs: 0,
    repeats: 0,
    wholeNs: 1e6,
    collectionNs: 0,
    collections: 0,
    settlingCollectionNs: 0,
    settlingCollections: 0,
    allocatedBytes: 1000,
    settlingBytes: 0,
    yardstickNs: 4400,
    wakingNs: null,
    ranNs: null,
    preemptedNs: 0,
    settlingPreemptedNs: 0,
    spans: [],
    ...different,
  };
}
