import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { seededRandom } from '../../../stats/random.js';
import type { RawBatch } from '../batches/batch.js';
import type { Trial } from '../batches/trial.js';
import { platform } from '../platform.js';
import { passive } from '../probes/variant-runtime.js';
import { measureAlone } from './measure-alone.js';

// A clock that goes on by a quarter of a millisecond whenever it is read.
beforeEach(() => {
  let time = 0;
  vi.spyOn(platform, 'now').mockImplementation(() => {
    time += 0.25;
    return time;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Runs a path alone whose batches of 1,000 operations grew the heap by these bytes; gives the lengths of its batches. */
async function lengthsOf(grownBytes: readonly number[], aloneMs = 300, kind = 'base'): Promise<number[]> {
  const lengths: number[] = [];
  const trial = {
    repeats: 0,
    candidate: {
      variant: { id: kind, kind },
      spec: { settle: null },
      runtime: passive,
      driver: async (_context: unknown, operations: number) => lengths.push(operations),
    },
  } as unknown as Trial;
  const before = grownBytes.map((grown) => ({ grownBytes: grown }) as RawBatch);
  const random = seededRandom(3);
  await measureAlone(new Map([[trial, before]]), 1000, aloneMs, random, () => {});
  return lengths;
}

describe('a path alone', () => {
  it('settles after about 256 KiB, in batches of many lengths, although collections shrank the heap in earlier batches', async () => {
    const lengths = await lengthsOf([4_096_000, 4_096_000, -9e6, 4_096_000]);
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(32);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(96);
    expect(new Set(lengths).size).toBeGreaterThan(5);
  });

  it('has batches of the normal length where these allocate little or nothing', async () => {
    for (const grown of [1000, 0]) {
      const lengths = await lengthsOf([grown]);
      expect(Math.min(...lengths)).toBeGreaterThanOrEqual(500);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(1500);
    }
  });

  it('does not run without time, or if it is an operation instead of a path', async () => {
    expect(await lengthsOf([1000], 0)).toEqual([]);
    expect(await lengthsOf([1000], 300, 'operation')).toEqual([]);
  });
});
