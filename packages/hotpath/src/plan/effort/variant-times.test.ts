import { expect, it } from 'vitest';
import { policies } from './policy.js';
import { sampledFork, variantTimes } from './variant-times.js';

it('a variant has the times of the policy, and most of them twice where the path waits', () => {
  const { warmUpMs, warmUpMostMs, measureMs, measureMostMs } = policies.quick;
  expect(variantTimes(policies.quick, false)).toEqual({ warmUpMs, warmUpMostMs, measureMs, measureMostMs });
  expect(variantTimes(policies.quick, true)).toEqual({
    warmUpMs: 20,
    warmUpMostMs: 200,
    measureMs: 40,
    measureMostMs: 80,
  });
});

it('the only variant of a sampled fork is warmed up six times as long', () => {
  expect(sampledFork(1, policies.quick)).toEqual({ index: 1, warmUpMs: 120, warmUpMostMs: 600 });
});
