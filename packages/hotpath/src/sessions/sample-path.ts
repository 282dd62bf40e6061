import { leftOut } from '../diagnose/left-out.js';
import { exitCode, UserError } from '../errors.js';
import { sampledNs } from '../estimate/samples/path-stacks.js';
import type { Measurer } from '../measure/measurer.js';
import type { Measurement, SampledFork } from '../model/measurement/measurement.js';
import type { Plan } from '../model/measurement/plan.js';
import type { Finding } from '../model/report/finding.js';
import { warmNs } from '../plan/forks/found-path.js';
import { planTrials } from '../plan/forks/plan-trials.js';
import { findPath } from './path/find-path.js';
import { type NextFork, runForks, toEnd } from './run-forks.js';
import type { Session } from './session.js';

/** The sampled stacks of a path, compiled without inlining. */
export interface SampledPath {
  readonly plan: Plan;
  readonly sampled: readonly SampledFork[];
  /** Time of the path without inlining, as a multiple of its normal time; null where unknown, as for a path that waits. */
  readonly slowDown: number | null;
  /** Operations between two times of settling. */
  readonly batchOperations: number;
  readonly findings: readonly Finding[];
}

/**
 * Samples one path and measures nothing else. An interrupt ends it early with the complete forks.
 * Throws a UserError when the path cannot be sampled, Interrupted when no fork was complete.
 */
export async function samplePath(specFile: string, session: Session): Promise<SampledPath> {
  const { measurer, policy, seed } = session;
  const found = await findPath(specFile, measurer);
  const plan = planTrials(found, policy, seed);
  const batchOperations = Math.max(1, Math.round((1e6 * policy.batchMs) / warmNs(found)));
  const next = nextFork(plan, batchOperations, measurer);
  const sampled = await toEnd(runForks(found.path.name, [], next, session));
  return checked({ plan, sampled, batchOperations }, found.warmUpGoal.restNs);
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

/** The samples of a measured path, which normally takes `cleanNs`. Throws a UserError when there are none. */
export function samplesOf({ plan, sampled, forks }: Measurement, cleanNs: number): SampledPath {
  return checked({ plan, sampled, batchOperations: forks[0]?.batchOperations ?? 1 }, cleanNs);
}

function checked(path: Omit<SampledPath, 'slowDown' | 'findings'>, cleanNs: number | null): SampledPath {
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
    findings: leftOut(path.plan),
    slowDown: cleanNs === null || path.plan.waits ? null : sampledNs(path.sampled) / cleanNs,
  };
}
