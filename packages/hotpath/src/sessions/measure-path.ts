import { UserError } from '../errors.js';
import { calmReplicateCount } from '../estimate/forks/replicates.js';
import { estimateLedger } from '../estimate/ledger/estimate-ledger.js';
import { Interrupted } from '../measure/run-fork.js';
import type { Measurement } from '../model/measurement/measurement.js';
import type { Plan } from '../model/measurement/plan.js';
import type { CallTree } from '../model/path/call-tree.js';
import type { Replacement } from '../model/path/replacement.js';
import { planTrials } from '../plan/plan-trials.js';
import { replicatesFor } from '../plan/replicates-for.js';
import { createTimeLimit } from '../plan/time-limit.js';
import { findRows } from '../spec/find-rows.js';
import { placeReplacements } from '../spec/place-replacements.js';
import { type FindPlaces, findPath, type Session } from './profile.js';

/** What of a path is measured. */
export interface Scope {
  /** Its rows; those that its sources and its specification name where nothing is said. */
  readonly findPlaces?: FindPlaces;
  /** Whether what its specification names as floors is measured beside it. */
  readonly floors?: boolean;
  /** Whether it is measured without its rows, too, one at a time, and with the code that is proposed for them. */
  readonly skips?: boolean;
  /** Code that is proposed for its regions beside what its specification proposes. */
  readonly replacements?: readonly Replacement[];
}

/**
 * Measures one path. An interrupt ends it early with the forks that were complete, a limit of time with the replicates.
 * Throws a UserError when the path cannot be measured, Interrupted when nothing was.
 */
export async function measurePath(
  specFile: string,
  session: Session,
  scope: Scope = {},
): Promise<Measurement> {
  const steps = measuring(specFile, session, scope);
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
  }
}

/** Measures one path as `measurePath` does, and pauses before each process. */
export async function* measuring(
  specFile: string,
  session: Session,
  scope: Scope,
): AsyncGenerator<void, Measurement> {
  const beganMs = session.now();
  const { tree, planFor } = await prepare(specFile, session, scope);
  const { environment, policy, measurer } = session;
  const first = planFor(policy.replicates);
  let measurement: Measurement = {
    schema: 'hotpath/measurement@1',
    plan: first,
    environment,
    forks: [],
    sampled: [],
  };
  const forksFromMs = session.now();
  const { limitMs } = policy;
  const isAllowed = createTimeLimit({
    limitMs,
    beganMs,
    behindMs: samplingMs(first),
    now: session.now,
    useful: () => calmReplicateCount(measurement),
  });
  try {
    for (
      let plan: Plan | null = first;
      plan !== null;
      plan = extended(measurement, planFor, { beganMs, forksFromMs }, session)
    ) {
      measurement = { ...measurement, plan };
      for (const fork of plan.forks.slice(measurement.forks.length)) {
        yield;
        if (!isAllowed(fork.replicate)) break;
        const measured = await measurer.measureFork(plan, fork, tree, reporter(measurement, session));
        measurement = { ...measurement, forks: [...measurement.forks, measured] };
      }
    }
    const operations = measurement.forks[0]?.batchOperations ?? 1;
    for (const fork of measurement.plan.sampled) {
      yield;
      const report = reporter(measurement, session);
      const taken = await measurer.sampleFork(measurement.plan, fork, operations, report);
      measurement = { ...measurement, sampled: [...measurement.sampled, taken] };
    }
  } catch (problem) {
    if (!(problem instanceof Interrupted) || measurement.forks.length === 0) throw problem;
  }
  return measurement;
}

/** How a path ran, and the plan of measuring it in so many replicates. */
async function prepare(
  specFile: string,
  { measurer, policy, seed }: Session,
  { findPlaces = findRows, floors = false, skips = false, replacements = [] }: Scope,
): Promise<{ tree: CallTree; planFor: (replicates: number) => Plan }> {
  const { path, places, tree, warmUpGoal } = await findPath(specFile, measurer, findPlaces);
  const operations = floors ? path.operations.filter(({ kind }) => kind === 'floor') : [];
  if (floors && operations.length === 0)
    throw new UserError(
      `${path.file}: declares no floor`,
      'Add `floor: { NAME: (context) => … }`: the least that could be done instead of the path.',
    );
  const proposed = skips ? placeReplacements(path, places, [...path.replacements, ...replacements]) : [];
  const variants = { operations, skips, replacements: proposed };
  return {
    tree,
    planFor: (replicates) =>
      planTrials(path, places, tree, warmUpGoal, { ...policy, replicates }, seed, variants),
  };
}

/** A sampled fork takes so many times as long as it samples. */
const samplingCost = 2;

function samplingMs({ sampled, policy }: Plan): number {
  return sampled.length * samplingCost * policy.sampleMs;
}

/** A longer plan where the target asks for one and the budget allows it; its first forks are those that were measured. */
function extended(
  measurement: Measurement,
  planFor: (replicates: number) => Plan,
  { beganMs, forksFromMs }: { readonly beganMs: number; readonly forksFromMs: number },
  { policy, now }: Session,
): Plan | null {
  if (policy.target === null) return null;
  const { total, processor } = estimateLedger(measurement);
  const replicates = measurement.plan.policy.replicates;
  const leftMs = policy.target.budgetMs - (now() - beganMs) - samplingMs(measurement.plan);
  const wanted = replicatesFor(policy.target.share, {
    replicates: Math.max(2, processor.replicatesUsed),
    share: (total.high - total.low) / 2 / total.mean,
    affordable: Math.max(0, Math.floor((leftMs * replicates) / (now() - forksFromMs))),
  });
  const more = wanted - processor.replicatesUsed;
  return more > 0 ? planFor(replicates + more) : null;
}

/** Tells how much of a measurement is done, and of the fork that is under way. */
function reporter({ plan, forks, sampled }: Measurement, { progress }: Session): (part: number) => void {
  const all = plan.forks.length + plan.sampled.length;
  const forksDone = forks.length + sampled.length;
  const report = (part: number): void =>
    progress({ name: plan.path.name, forksDone, forks: all, done: (forksDone + part) / all });
  report(0);
  return report;
}
