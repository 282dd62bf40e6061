import { describe, expect, it } from 'vitest';
import { exampleReport, findingOf } from '../../../test/support/example-ledger.js';
import { type examplePath, measureExample } from '../../../test/support/example-path.js';
import { reportOn } from '../../sessions/report-on.js';

/** All batches but one per `period` share the processor with the thread that the path waits for, and are faster. */
function sharing(period: number): typeof examplePath.disturb {
  return (batch) =>
    batch.startMs % period === 0
      ? batch
      : { ...batch, wholeNs: 0.4 * batch.wholeNs, preemptedNs: 0.1 * batch.wholeNs };
}

const waiting = (period: number) => ({ disturb: sharing(period), processorShare: 0.1, batches: 40 });

describe('batches in which a waiting path shares its processor', () => {
  it.each([2, 4])('are separated from the others if all but one in %i do', async (period) => {
    const report = await exampleReport(waiting(period));
    const { total, sharing: seen, interference } = report.ledger;
    expect(total.mean).toBeCloseTo(1000, 6);
    expect(interference.mean).toBeCloseTo(0, 6);
    expect(seen).toMatchObject({ own: 1000, shared: 400 });
    expect(seen?.sharedShare).toBeCloseTo(1 - 1 / period, 2);
    expect(findingOf(report, 'shared-processor')?.message).toBe(
      `in ${100 - 100 / period}.0% of the batches the path shared a processor with the thread that it waits for (0.4 µs instead of 1.0 µs per operation); these batches are left out of the ledger`,
    );
  });

  it('bring advice that depends on whether all forks kept threads apart', async () => {
    const measurement = await measureExample(waiting(2));
    const apart = measurement.forks.map((fork) => ({ ...fork, ownProcessor: true }));
    const adviceOn = (forks: typeof apart): string | undefined =>
      findingOf(reportOn({ ...measurement, forks }), 'shared-processor')?.advice;
    expect(adviceOn(apart)).toContain('were kept off its processor');
    expect(adviceOn(apart.map((fork, index) => ({ ...fork, ownProcessor: index > 0 })))).toContain('taskset');
  });

  it('are no finding for a path that does not wait, or has its processor to itself', async () => {
    expect((await exampleReport({ disturb: sharing(2) })).ledger.sharing).toBeNull();
    expect(findingOf(await exampleReport({ processorShare: 0.1 }), 'shared-processor')).toBeUndefined();
  });
});
