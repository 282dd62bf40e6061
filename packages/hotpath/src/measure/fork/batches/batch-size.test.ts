import { describe, expect, it } from 'vitest';
import { operationsPerBatch } from './batch-size.js';

describe('operations in a batch', () => {
  it('are the power of two that comes closest to its length', () => {
    expect(operationsPerBatch(500_000, 1000)).toBe(512);
    expect(operationsPerBatch(500_000, 1)).toBe(65_536);
  });

  it('are at least 128 where that is not much too long', () => {
    expect(operationsPerBatch(500_000, 16_000)).toBe(128);
    expect(operationsPerBatch(500_000, 200_000)).toBe(32);
    expect(operationsPerBatch(500_000, 80_000_000)).toBe(1);
    expect(operationsPerBatch(500_000, 200_000, 0, true)).toBe(128);
    expect(operationsPerBatch(500_000, 8_000_000, 0, true)).toBe(2);
  });

  it('allocate less than a collection needs, where that leaves a tenth of the length', () => {
    expect(operationsPerBatch(500_000, 1000, 1100)).toBe(512);
    expect(operationsPerBatch(500_000, 2800, 36_400)).toBe(64);
    expect(operationsPerBatch(500_000, 2800, 3_640_000)).toBe(16);
  });
});
