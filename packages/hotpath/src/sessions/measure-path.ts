import { UserError } from '../errors.js';
import { calmReplicateCount } from '../estimate/forks/replicates.js';
import type { Measurement } from '../model/measurement/measurement.js';
import type { Plan } from '../model/measurement/plan.js';
import type { CallTree } from '../model/path/call-tree.js';
import type { NamedOperation } from '../model/path/operation.js';
import type { HotPath } from '../model/path/path.js';
import type { Replacement } from '../model/path/replacement.js';
import { planTrials } from '../plan/plan-trials.js';
import { samplingMs } from '../plan/sampling-time.js';
import { createTimeLimit } from '../plan/time-limit.js';
import { findRows } from '../spec/find-rows.js';
import { placeReplacements } from '../spec/place-replacements.js';
import { extendToTarget } from './extend-to-target.js';
import { type FindPlaces, findPath } from './find-path.js';
import { type NextFork, runForks, toEnd } from './run-forks.js';
import type { Session } from './session.js';

/** What of a path is measured. */
export interface Scope {
  /** Its rows; those that its sources and its specification name where nothing is said. */
  readonly findPlaces?: FindPlaces;
  /** Whether what its specification names as floors is measured with it. */
  readonly floors?: boolean;
  /** Whether it is also measured without its rows, one at a time, and with the code that is proposed for them. */
  readonly skips?: boolean;
  /** Code that is proposed for its regions, in addition to what its specification proposes. */
  readonly replacements?: readonly Replacement[];
}

/**
 * Measures one path. An interrupt ends it early with the forks that were complete, a limit of time with the replicates.
 * Throws a UserError when the path cannot be measured, Interrupted when nothing was.
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
  const plan = planFor(session.policy.replicates);
  const start: Measurement = {
    schema: 'hotpath/measurement@1',
    plan,
    environment: session.environment,
    forks: [],
    sampled: [],
  };
  const next = nextFork(tree, planFor, beganMs, session);
  return yield* runForks(plan.path.name, start, next, session);
}

/** Makes a path's plan for a number of replicates. */
type PlanFor = (replicates: number) => Plan;

/** How a path ran, and how it is planned. */
async function preparePath(
  specFile: string,
  { measurer, policy, seed }: Session,
  { findPlaces = findRows, floors = false, skips = false, replacements = [] }: Scope,
): Promise<{ tree: CallTree; planFor: PlanFor }> {
  const { path, places, tree, warmUpGoal } = await findPath(specFile, measurer, findPlaces);
  const operations = floors ? floorsOf(path) : [];
  const proposed = skips ? placeReplacements(path, places, [...path.replacements, ...replacements]) : [];
  const variants = { operations, skips, replacements: proposed };
  return {
    tree,
    planFor: (replicates) =>
      planTrials(path, places, tree, warmUpGoal, { ...policy, replicates }, seed, variants),
  };
}

function floorsOf({ file, operations }: HotPath): readonly NamedOperation[] {
  const floors = operations.filter(({ kind }) => kind === 'floor');
  if (floors.length === 0)
    throw new UserError(
      `${file}: declares no floor`,
      'Add `floor: { NAME: (context) => … }`: the least that could be done instead of the path.',
    );
  return floors;
}

/** The planned forks, more of them while the target is missed, and then those that are sampled. */
function nextFork(
  tree: CallTree,
  planFor: PlanFor,
  beganMs: number,
  { measurer, policy, now }: Session,
): NextFork<Measurement> {
  const forksFromMs = now();
  const isAllowed = createTimeLimit({
    limitMs: policy.limitMs,
    beganMs,
    afterwardsMs: samplingMs(planFor(policy.replicates)),
    now,
  });
  return (found) => {
    const forksDone = found.forks.length + found.sampled.length;
    const step = (plan: Plan, run: (progress: (done: number) => void) => Promise<Measurement>) => ({
      forksDone,
      forks: plan.forks.length + plan.sampled.length,
      run,
    });
    const plan = extendToTarget(found, planFor, { beganMs, forksFromMs, now });
    const timed = found.sampled.length === 0 ? plan.forks[found.forks.length] : undefined;
    if (timed && isAllowed(timed.replicate, () => calmReplicateCount(found)))
      return step(plan, async (progress) => {
        const fork = await measurer.measureFork(plan, timed, tree, progress);
        return { ...found, plan, forks: [...found.forks, fork] };
      });
    const sampled = found.plan.sampled[found.sampled.length];
    if (!sampled) return null;
    return step(found.plan, async (progress) => {
      const operations = found.forks[0]?.batchOperations ?? 1;
      const fork = await measurer.sampleFork(found.plan, sampled, operations, progress);
      return { ...found, sampled: [...found.sampled, fork] };
    });
  };
}
