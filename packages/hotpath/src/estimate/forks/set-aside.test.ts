import { describe, expect, it } from 'vitest';
import { exampleReport, findingOf } from '../../../test/support/example-ledger.js';
import { measureExample } from '../../../test/support/example-path.js';
import { countUsable } from './set-aside.js';

/** The third of five forks finds the processor busy throughout, and is slow. */
function thirdBusy(): Parameters<typeof measureExample>[0] {
  let fork = 0;
  return {
    forkFactor: () => (fork++ % 5 === 2 ? 1.6 : 1),
    disturb: (batch) => (fork % 5 === 3 ? { ...batch, yardstickNs: 6600 } : batch),
  };
}

describe('a replicate that was never calm', () => {
  it('is set aside, which is a finding', async () => {
    const report = await exampleReport(thirdBusy());
    expect(report.ledger.total.mean).toBeCloseTo(1000, 6);
    expect(report.ledger.processor).toMatchObject({ replicatesUsed: 4, replicatesSetAside: 1 });
    expect(findingOf(report, 'contended-processor')?.message).toContain(
      'leaves out 1 of 5 replicates, during which the machine was busy or slow',
    );
  });

  it('is used if fewer than three others would remain', async () => {
    const { ledger } = await exampleReport(thirdBusy(), { replicates: 3 });
    expect(ledger.processor).toMatchObject({ replicatesUsed: 3, replicatesSetAside: 0 });
  });

  it('does not count as usable while measuring goes on, unless the path waits', async () => {
    expect(countUsable(await measureExample(thirdBusy()))).toBe(4);
    expect(countUsable(await measureExample({ ...thirdBusy(), processorShare: 0.1 }))).toBe(5);
  });
});
