import { describe, expect, it } from 'vitest';
import { operationsPerBatch } from './batch-size.js';

describe('the number of operations in a batch', () => {
  it('is the power of two that comes closest to the intended length', () => {
    expect(operationsPerBatch(500_000, 1000)).toBe(512);
    expect(operationsPerBatch(500_000, 1)).toBe(65_536);
  });

  it('is at least 128 where that is not much longer than intended', () => {
    expect(operationsPerBatch(500_000, 16_000)).toBe(128);
    expect(operationsPerBatch(500_000, 200_000)).toBe(32);
    expect(operationsPerBatch(500_000, 80_000_000)).toBe(1);
    expect(operationsPerBatch(500_000, 200_000, 0, true)).toBe(128);
    expect(operationsPerBatch(500_000, 8_000_000, 0, true)).toBe(2);
  });

  it('allocates too little for a collection, where that leaves a tenth of the intended length', () => {
    expect(operationsPerBatch(500_000, 1000, 1100)).toBe(512);
    expect(operationsPerBatch(500_000, 2800, 36_400)).toBe(64);
    expect(operationsPerBatch(500_000, 2800, 3_640_000)).toBe(16);
  });
});
