import { describe, expect, it } from 'vitest';
import { findingIds } from '../../../test/support/example-ledger.js';
import { measureExample } from '../../../test/support/example-path.js';
import { frameAt, stackOf } from '../../../test/support/example-stacks.js';
import { estimateLedger } from '../../estimate/ledger/estimate-ledger.js';
import { diagnose } from '../diagnose.js';

const sampledIn = (wholeNs: number) => ({
  refused: null,
  operations: 1000,
  wholeNs,
  stacks: [stackOf(100, frameAt(11))],
});

describe('a path that is faster without inlining', () => {
  it('is a finding if it takes less than 80 % of the time', async () => {
    expect(await findingIds({ sampled: sampledIn(0.7e6) })).toContain('slower-inlined');
    expect(await findingIds({ sampled: sampledIn(0.9e6) })).not.toContain('slower-inlined');
  });

  it('is no finding if it waits', async () => {
    const measurement = await measureExample({ sampled: sampledIn(0.7e6) });
    const waking = { quickest: 4e4, typical: 5e4, elasticity: 1, asleep: null };
    const waiting = { ...estimateLedger(measurement), waking };
    expect(diagnose(measurement, waiting).map(({ id }) => id)).not.toContain('slower-inlined');
  });
});
