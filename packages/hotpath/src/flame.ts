import { exitCode, UserError } from './errors.js';
import { pathProfile } from './estimate/path-profile.js';
import type { SampledFork } from './model/measurement.js';
import type { Profile } from './model/profile.js';
import { planTrials } from './plan/plan-trials.js';
import { findPath, type Session } from './profile.js';

/** A path's calls as they were sampled. */
export interface SampledCalls {
  readonly name: string;
  readonly profile: Profile;
  /** How many times as long the path takes with inlining off; null where that is unknown. */
  readonly slowDown: number | null;
}

/** Samples one path, with inlining off. Throws a UserError when that cannot be done. */
export async function samplePath(specFile: string, session: Session): Promise<SampledCalls> {
  const { measurer, policy, seed, progress } = session;
  const { path, places, tree, warmUpGoal } = await findPath(specFile, measurer);
  const plan = planTrials(path, places, tree, warmUpGoal, policy, seed);
  const operations = Math.max(1, Math.round((1e6 * policy.batchMs) / tree.nsPerOperation));
  const taken: SampledFork[] = [];
  for (const fork of plan.sampled) {
    const report = (part: number): void =>
      progress({
        name: path.name,
        forksDone: taken.length,
        forks: plan.sampled.length,
        done: (taken.length + part) / plan.sampled.length,
      });
    taken.push(await measurer.sampleFork(plan, fork, operations, report));
  }
  const refused = taken.find((fork) => fork.refused !== null)?.refused;
  if (refused)
    throw new UserError(
      `${path.name}: ${refused}`,
      'Install it, or draw a .cpuprofile.',
      exitCode.noMeasurement,
    );
  const profile = pathProfile(plan, taken);
  if (profile.samples === 0)
    throw new UserError(
      `${path.name}: no sample fell into the path`,
      'Let `run` do more work.',
      exitCode.noMeasurement,
    );
  const slowNs = profile.self.reduce((sum, weight) => sum + weight, 0);
  const { restNs } = warmUpGoal;
  return { name: path.name, profile, slowDown: restNs === null ? null : slowNs / restNs };
}
