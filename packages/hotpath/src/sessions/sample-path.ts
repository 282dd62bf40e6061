import { exitCode, UserError } from '../errors.js';
import { sampledNs } from '../estimate/samples/path-stacks.js';
import type { Measurer } from '../measure/measurer.js';
import type { Measurement, SampledFork } from '../model/measurement/measurement.js';
import type { Plan } from '../model/measurement/plan.js';
import { planTrials } from '../plan/plan-trials.js';
import { findPath } from './find-path.js';
import { type NextFork, runForks, toEnd } from './run-forks.js';
import type { Session } from './session.js';

/** A path's stacks as they were sampled, with inlining off. */
export interface SampledPath {
  readonly plan: Plan;
  readonly sampled: readonly SampledFork[];
  /** How many times as long the path takes with inlining off; null where that is unknown, as of a path that waits. */
  readonly slowDown: number | null;
  /** Operations between two times of settling. */
  readonly batchOperations: number;
}

/**
 * Samples one path and measures nothing else. An interrupt ends it early with the forks that were complete.
 * Throws a UserError when that cannot be done, Interrupted when no fork was complete.
 */
export async function samplePath(specFile: string, session: Session): Promise<SampledPath> {
  const { measurer, policy, seed } = session;
  const { path, places, tree, warmUpGoal } = await findPath(specFile, measurer);
  const plan = planTrials(path, places, tree, warmUpGoal, policy, seed);
  const batchOperations = Math.max(1, Math.round((1e6 * policy.batchMs) / tree.nsPerOperation));
  const sampled = await toEnd(runForks(path.name, [], nextFork(plan, batchOperations, measurer), session));
  return checked({ plan, sampled, batchOperations }, warmUpGoal.restNs);
}

function nextFork(plan: Plan, batchOperations: number, measurer: Measurer): NextFork<readonly SampledFork[]> {
  return (found) => {
    const fork = plan.sampled[found.length];
    if (!fork) return null;
    return {
      forksDone: found.length,
      forks: plan.sampled.length,
      run: async (progress) => [...found, await measurer.sampleFork(plan, fork, batchOperations, progress)],
    };
  };
}

/** The samples of a measured path, whose clean whole is `clean` ns. Throws a UserError when there are none. */
export function samplesOf({ plan, sampled, forks }: Measurement, clean: number): SampledPath {
  return checked({ plan, sampled, batchOperations: forks[0]?.batchOperations ?? 1 }, clean);
}

function checked(path: Omit<SampledPath, 'slowDown'>, cleanNs: number | null): SampledPath {
  const { name } = path.plan.path;
  const refused = path.sampled.find((fork) => fork.refused !== null)?.refused;
  if (refused)
    throw new UserError(`${name}: ${refused}`, 'Install it, or draw a .cpuprofile.', exitCode.noMeasurement);
  if (path.sampled.every(({ stacks }) => stacks.length === 0))
    throw new UserError(
      `${name}: no sample fell into the path`,
      'Let `run` do more work.',
      exitCode.noMeasurement,
    );
  return {
    ...path,
    slowDown: cleanNs === null || path.plan.waits ? null : sampledNs(path.sampled) / cleanNs,
  };
}
