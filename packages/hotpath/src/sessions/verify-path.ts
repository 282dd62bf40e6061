import { estimateRecovery } from '../estimate/gains/verification.js';
import { Interrupted } from '../measure/run-fork.js';
import type { Recovery, VerificationMeasurement } from '../model/measurement/verification.js';
import { planVerification } from '../plan/plan-verification.js';
import { findPath, type Session } from './profile.js';

/**
 * Gives doses of known cost to every row of a path and says what the rows gave back; twice as many forks run where
 * something is unsure at first. An interrupt ends it with the
 * forks that were complete. Throws a UserError when the path cannot be measured.
 */
export async function verifyPath(
  specFile: string,
  session: Session,
): Promise<{ measurement: VerificationMeasurement; recoveries: Recovery[] }> {
  const { measurer, policy, seed, environment, progress } = session;
  const { path, places, tree, warmUpGoal } = await findPath(specFile, measurer);
  const plan = planVerification(path, places, tree, warmUpGoal, policy.effort, seed);
  let measurement: VerificationMeasurement = { plan, environment, forks: [] };
  const runTo = async (end: number): Promise<void> => {
    const report = (part: number): void => {
      const forksDone = measurement.forks.length;
      progress({ name: path.name, forksDone, forks: end, done: (forksDone + part) / end });
    };
    for (const fork of plan.forks.slice(measurement.forks.length, end)) {
      report(0);
      const verified = await measurer.verifyFork(plan, fork, report);
      measurement = { ...measurement, forks: [...measurement.forks, verified] };
    }
  };
  try {
    await runTo(plan.forksAtFirst);
    if (estimateRecovery(measurement).some(isUnsure)) await runTo(plan.forks.length);
  } catch (problem) {
    if (!(problem instanceof Interrupted) || measurement.forks.length === 0) throw problem;
  }
  return { measurement, recoveries: estimateRecovery(measurement) };
}

function isUnsure({ found, contained }: Recovery): boolean {
  return found === 'unsure' || contained === 'unsure';
}
