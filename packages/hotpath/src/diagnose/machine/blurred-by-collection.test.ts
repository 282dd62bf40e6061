import { describe, expect, it } from 'vitest';
import { exampleReport, findingOf, rowOf } from '../../../test/support/example-ledger.js';

/** The report if all but the first `free` batches of each timed variant have a collection of 10 µs, inside its spans. */
function withCollectionFree(free: number) {
  return exampleReport({
    disturb: (batch, _random, { kind }) =>
      batch.startMs < free || kind !== 'span'
        ? batch
        : {
            ...batch,
            wholeNs: batch.wholeNs + 10_000,
            collections: 1,
            collectionNs: 10_000,
            allocatedBytes: null,
            spans: batch.spans.map((span) => ({ ...span, sumNs: span.sumNs + 10_000 })),
          },
  });
}

describe('batches with collections', () => {
  it.each([3, 7, 8])(
    'are no finding while %i batches are free of them, and spans contain no pause',
    async (free) => {
      const report = await withCollectionFree(free);
      expect(findingOf(report, 'blurred-by-collection')).toBeUndefined();
      expect(rowOf(report.ledger, 'build/stamp').routes.spans?.raw.mean).toBeCloseTo(232, 6);
    },
  );

  it.each([0, 2])(
    'are a finding if only %i batches are free of them, and spans contain pauses',
    async (free) => {
      const report = await withCollectionFree(free);
      expect(findingOf(report, 'blurred-by-collection')?.message).toBe(
        'in 20 of 55 variants fewer than 3 batches are free of garbage collection',
      );
      const span = rowOf(report.ledger, 'build/stamp').routes.spans?.raw.mean;
      expect(span).toBeGreaterThan(232 + (0.8 * 10_000) / 256);
    },
  );
});
