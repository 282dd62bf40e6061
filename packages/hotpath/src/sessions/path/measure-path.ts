import type { Measurement } from '../../model/measurement/measurement.js';
import { runForks, toEnd } from '../run-forks.js';
import type { Session } from '../session.js';
import { measurementSteps } from './measurement-steps.js';
import { type PlanFor, preparePath } from './prepare-path.js';
import type { Scope } from './scope.js';

/**
 * Measures one path. An interrupt ends it early with the forks that are complete, a time limit with the replicates that are.
 * Throws a UserError when the path cannot be measured, Interrupted when no fork was complete.
 */
export function measurePath(specFile: string, session: Session, scope: Scope = {}): Promise<Measurement> {
  return toEnd(measuring(specFile, session, scope));
}

/** Measures one path as `measurePath` does, and pauses before each fork. */
export async function* measuring(
  specFile: string,
  session: Session,
  scope: Scope,
): AsyncGenerator<void, Measurement> {
  const beganMs = session.now();
  const { tree, planFor } = await preparePath(specFile, session, scope);
  const start = emptyMeasurement(planFor, session);
  const next = measurementSteps(tree, planFor, { beganMs, forksFromMs: session.now() }, session);
  return yield* runForks(start.plan.path.name, start, next, session);
}

function emptyMeasurement(planFor: PlanFor, { policy, environment }: Session): Measurement {
  const plan = planFor(policy.replicates);
  return { schema: 'hotpath/measurement@1', plan, environment, forks: [], sampled: [] };
}
