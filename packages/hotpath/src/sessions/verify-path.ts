import { leftOut } from '../diagnose/left-out.js';
import { estimateRecovery } from '../estimate/gains/verification.js';
import type {
  Recovery,
  VerificationMeasurement,
  VerificationPlan,
} from '../model/measurement/verification.js';
import type { Finding } from '../model/report/finding.js';
import { planVerification } from '../plan/forks/plan-verification.js';
import { findPath } from './path/find-path.js';
import { wantedRows } from './rows/wanted-rows.js';
import { type NextFork, runForks, toEnd } from './run-forks.js';
import type { Session } from './session.js';

/** What was recovered of doses, and what is left out. */
export interface PathVerification {
  readonly measurement: VerificationMeasurement;
  readonly recoveries: readonly Recovery[];
  readonly findings: readonly Finding[];
}

/**
 * Gives doses of known cost to every row of a path and estimates how much of them each row shows; twice as many forks run
 * where something is unsure at first. An interrupt ends it with the complete forks.
 * Throws a UserError when the path cannot be measured, Interrupted when nothing was.
 */
export async function verifyPath(specFile: string, session: Session): Promise<PathVerification> {
  const { measurer, policy, seed, environment } = session;
  const plan = planVerification(
    await findPath(specFile, measurer, wantedRows('either', session)),
    policy.effort,
    seed,
  );
  const start: VerificationMeasurement = { plan, environment, forks: [] };
  const measurement = await toEnd(runForks(plan.path.name, start, nextFork(plan, session), session));
  const { recoveries, refused } = estimateRecovery(measurement);
  return { measurement, recoveries, findings: leftOut(plan, refused) };
}

/** The forks that always run, and the others if something is unsure after them. */
function nextFork(plan: VerificationPlan, { measurer }: Session): NextFork<VerificationMeasurement> {
  return (found) => {
    const forksDone = found.forks.length;
    if (forksDone === plan.forksAtFirst && !estimateRecovery(found).recoveries.some(isUnsure)) return null;
    const fork = plan.forks[forksDone];
    if (!fork) return null;
    return {
      forksDone,
      forks: forksDone < plan.forksAtFirst ? plan.forksAtFirst : plan.forks.length,
      run: async (progress) => ({
        ...found,
        forks: [...found.forks, await measurer.verifyFork(plan, fork, progress)],
      }),
    };
  };
}

function isUnsure({ found, contained }: Recovery): boolean {
  return found === 'unsure' || contained === 'unsure';
}
