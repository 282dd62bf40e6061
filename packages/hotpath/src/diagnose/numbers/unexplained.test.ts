import { describe, expect, it } from 'vitest';
import { findingIds } from '../../../test/support/example-ledger.js';

describe('a remainder', () => {
  it('of a tenth is no finding; marked places that never ran are one', async () => {
    expect(await findingIds()).toEqual(['idle-rows']);
  });

  it('of more than a tenth is a finding', async () => {
    expect(await findingIds({ inclusive: [1100, 600, 200, 150, 300, 50] })).toEqual([
      'unexplained',
      'idle-rows',
    ]);
  });

  it('below zero is a finding', async () => {
    expect(await findingIds({ inclusive: [800, 600, 200, 150, 300, 50] })).toContain('negative-remainder');
  });
});
