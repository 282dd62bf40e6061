import { describe, expect, it } from 'vitest';
import { measureExample } from '../../../test/support/example-path.js';
import type { Measurement } from '../../model/measurement/measurement.js';
import { completeMeasurement, type SavedMeasurement } from './complete-measurement.js';

/** A measurement as earlier versions saved it. */
function asOnceSaved({ plan, forks, ...rest }: Measurement): SavedMeasurement {
  const { keepsAwake, times, rounds, ...oldPlan } = plan;
  return {
    ...rest,
    plan: { ...oldPlan, sampled: plan.sampled.map(({ index }) => ({ index })) },
    forks: forks.map(({ calmNs, ...fork }) => fork),
  };
}

describe('a saved measurement', () => {
  it('that records all decisions stays as it is', async () => {
    const measurement = await measureExample();
    expect(completeMeasurement(measurement)).toEqual(measurement);
  });

  it('of an earlier version gets the decisions that its plan and its forks imply', async () => {
    const measurement = await measureExample();
    const { plan, forks } = completeMeasurement(asOnceSaved(measurement));
    expect(plan).toEqual(measurement.plan);
    expect(forks.map(({ calmNs }) => calmNs)).toEqual([null, 4576, 4576, 4576, 4576]);
  });

  it('of an earlier version was taken with processors kept awake if a fork says so', async () => {
    const old = asOnceSaved(await measureExample());
    const forks = old.forks.map((fork) => ({ ...fork, asleepNs: 50_000 }));
    expect(completeMeasurement({ ...old, forks }).plan.keepsAwake).toBe(true);
  });
});
