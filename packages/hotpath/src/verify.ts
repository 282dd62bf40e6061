import { estimateRecovery } from './estimate/verification.js';
import { Interrupted } from './measure/run-fork.js';
import type { Recovery, VerificationFork, VerificationMeasurement } from './model/verification.js';
import { planVerification } from './plan/plan-verification.js';
import { findPath, type Session } from './profile.js';

/**
 * Gives doses of known cost to every row of a path and says what the rows gave back. An interrupt ends it with the
 * forks that were complete. Throws a UserError when the path cannot be measured.
 */
export async function verifyPath(
  specFile: string,
  session: Session,
): Promise<{ measurement: VerificationMeasurement; recoveries: Recovery[] }> {
  const { measurer, policy, seed, environment, progress } = session;
  const { path, places, tree } = await findPath(specFile, measurer);
  const plan = planVerification(path, places, tree, policy.effort, seed);
  const forks: VerificationFork[] = [];
  const report = (part: number): void =>
    progress({
      name: path.name,
      forksDone: forks.length,
      forks: plan.forks.length,
      done: (forks.length + part) / plan.forks.length,
    });
  try {
    for (const fork of plan.forks) {
      report(0);
      forks.push(await measurer.verifyFork(plan, fork, report));
    }
  } catch (problem) {
    if (!(problem instanceof Interrupted) || forks.length === 0) throw problem;
  }
  const measurement = { plan, environment, forks };
  return { measurement, recoveries: estimateRecovery(measurement) };
}
