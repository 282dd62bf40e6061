import { expect, it } from 'vitest';
import { findingIds } from '../../../test/support/example-ledger.js';

it('a difference between two copies of the same code is a finding', async () => {
  expect(
    await findingIds({
      disturb: (batch, _random, { kind }) =>
        kind === 'twin' ? { ...batch, wholeNs: batch.wholeNs * 1.08 } : batch,
    }),
  ).toContain('twin-gap');
});
