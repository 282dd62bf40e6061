import { describe, expect, it } from 'vitest';
import { exampleEnvironment, rowlessPath } from '../../../test/support/example-path.js';
import { createFakeMeasurer } from '../../../test/support/fake-measurer.js';
import type { Batch, ForkMeasurement } from '../../model/measurement/measurement.js';
import type { Policy } from '../../model/measurement/policy.js';
import { policies } from '../../plan/effort/policy.js';
import { replicatesFor } from '../../plan/effort/replicates-for.js';
import { reportOn } from '../report-on.js';
import { measurePath } from './measure-path.js';

/** A session whose forks differ by a tenth and take a second each. */
async function sessionFor(
  time: Partial<Pick<Policy, 'target' | 'limitMs'>>,
  { replicateMs = 1000, busy = [] }: { replicateMs?: number; busy?: readonly number[] } = {},
) {
  let clock = 0;
  const measurer = createFakeMeasurer(rowlessPath);
  const measurement = await measurePath('/sample.hot.ts', {
    measurer: {
      ...measurer,
      measureFork: async (...given) => {
        clock += replicateMs;
        const fork = await measurer.measureFork(...given);
        return busy.includes(fork.replicate) ? contended(fork) : fork;
      },
    },
    environment: exampleEnvironment,
    policy: { ...policies.quick, ...time },
    seed: 4,
    progress: () => {},
    now: () => clock,
  });
  const report = reportOn(measurement);
  const { mean, low, high } = report.ledger.total;
  return {
    forks: measurement.forks.length,
    share: (high - low) / 2 / mean,
    ids: report.findings.map(({ id }) => id),
  };
}

/** The same with a busy neighbour. */
function contended(fork: ForkMeasurement): ForkMeasurement {
  const slow = (batch: Batch): Batch => ({ ...batch, yardstickNs: 2 * batch.yardstickNs });
  return {
    ...fork,
    variants: fork.variants.map(({ id, batches }) => ({ id, batches: batches.map(slow) })),
  };
}

describe('a target', () => {
  it('is reached by as many more replicates as the spread of the first ones requires', async () => {
    const { forks, share, ids } = await sessionFor({ target: { share: 0.015, budgetMs: 90_000 } });
    expect(forks).toBeGreaterThan(8);
    expect(share).toBeLessThanOrEqual(0.015);
    expect(ids).not.toContain('target-missed');
  });

  it('needs no more than the first replicates where they suffice', async () => {
    expect((await sessionFor({ target: { share: 0.5, budgetMs: 90_000 } })).forks).toBe(5);
  });

  it('is missed when the budget is spent, and the report says so', async () => {
    const budgetMs = 12_000 + 2 * policies.quick.sampleMs;
    const { forks, ids } = await sessionFor({ target: { share: 0.001, budgetMs } });
    expect(forks).toBe(12);
    expect(ids).toContain('target-missed');
  });

  it('needs about four times as many replicates for half the width', () => {
    const soFar = { replicates: 30, share: 0.02, affordable: 1000 };
    expect(replicatesFor(0.01, soFar)).toBe(113);
    expect(replicatesFor(0.02, soFar)).toBe(30);
    expect(replicatesFor(0.01, { ...soFar, affordable: 40 })).toBe(70);
  });
});

describe('a time limit', () => {
  const samplingMs = 2 * policies.quick.sampleMs;

  it('skips the replicates that would not end within it, and the report says so', async () => {
    const { forks, ids } = await sessionFor({ limitMs: 4500 + samplingMs });
    expect(forks).toBe(4);
    expect(ids).toContain('time-over');
    expect(ids).not.toContain('incomplete');
  });

  it('skips nothing where all replicates end within it', async () => {
    const { forks, ids } = await sessionFor({ limitMs: 5000 + samplingMs });
    expect(forks).toBe(5);
    expect(ids).not.toContain('time-over');
  });

  it('keeps three replicates, however long they take', async () => {
    expect((await sessionFor({ limitMs: 1 }, { replicateMs: 60_000 })).forks).toBe(3);
  });

  it('adds one replicate where one of the three found the processor busy throughout', async () => {
    expect((await sessionFor({ limitMs: 1 }, { busy: [1] })).forks).toBe(4);
    expect((await sessionFor({ limitMs: 1 }, { busy: [0, 1] })).forks).toBe(4);
    expect((await sessionFor({ limitMs: 1 }, { busy: [3] })).forks).toBe(3);
  });
});
