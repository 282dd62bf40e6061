import { describe, expect, it } from 'vitest';
import type { SkipRuntime } from '../../../instrument/edits/skip-code.js';
import type { SkipVariantJob } from '../../variant-job.js';
import { createSkippingRuntime } from './place-runtimes.js';

const job: SkipVariantJob = { id: 'v', kind: 'skip', place: 0, periods: [2], keepsObjects: false, edits: {} };

/** Records a value of the place, then asks for it to be skipped: gives what was set. */
function periodAfter(value: unknown, variant: Partial<SkipVariantJob> = {}): number[] {
  const skip = createSkippingRuntime({ ...job, ...variant });
  const runtimes = (globalThis as Record<symbol, unknown>)[Symbol.for('hotpath')];
  const runtime = (runtimes as Record<string, Record<number, SkipRuntime>>).v?.[0] as SkipRuntime;
  skip(0);
  runtime.values[0] = value;
  return [skip(2), runtime.period];
}

describe('a place is skipped', () => {
  it.each([1, 'a', null, undefined, 2n, true])('if it gave %s', (value) =>
    expect(periodAfter(value)).toEqual([2, 2]),
  );

  it.each([{ a: {} }, { a: [] }, { a: () => 1 }])('not if it gave an object: %j', ({ a }) =>
    expect(periodAfter(a)).toEqual([0, 1]),
  );

  it('also then if its variant says so', () =>
    expect(periodAfter({}, { keepsObjects: true })).toEqual([2, 2]));
});
