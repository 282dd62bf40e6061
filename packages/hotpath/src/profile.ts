import { diagnose } from './diagnose/diagnose.js';
import { UserError } from './errors.js';
import { estimateLedger } from './estimate/estimate-ledger.js';
import { floorCosts } from './estimate/floors.js';
import type { Measurer } from './measure/measurer.js';
import { Interrupted } from './measure/run-fork.js';
import type { CallTree } from './model/call-tree.js';
import type { Environment } from './model/environment.js';
import type { Measurement } from './model/measurement.js';
import type { HotPath } from './model/path.js';
import type { WarmUpGoal } from './model/pilot.js';
import type { Plan, Policy } from './model/plan.js';
import type { Replacement } from './model/replacement.js';
import type { Report } from './model/report.js';
import type { RowPlace } from './model/row.js';
import { waits } from './model/waiting.js';
import { planTrials } from './plan/plan-trials.js';
import { replicatesFor } from './plan/replicates-for.js';
import { createTimeLimit } from './plan/time-limit.js';
import { warmUpGoal } from './plan/warm-up-goal.js';
import { findRows } from './spec/find-rows.js';
import { findSources } from './spec/find-sources.js';
import { placeReplacements } from './spec/place-replacements.js';

/** What a session is given besides its specification. */
export interface Session {
  readonly measurer: Measurer;
  readonly environment: Environment;
  readonly policy: Policy;
  readonly seed: number;
  readonly progress: (state: Progress) => void;
  /** A clock, ms. */
  readonly now: () => number;
}

export interface Progress {
  readonly name: string;
  readonly forksDone: number;
  readonly forks: number;
  /** Work done, 0 to 1. */
  readonly done: number;
}

/** Says which places of a path are to be rows. */
type FindPlaces = (path: HotPath) => RowPlace[];

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
  { findPlaces = findRows, floors = false, skips = false, replacements = [] }: Scope = {},
): Promise<Measurement> {
  const beganMs = session.now();
  const { path, places, tree, warmUpGoal } = await findPath(specFile, session.measurer, findPlaces);
  const operations = floors ? path.operations.filter(({ kind }) => kind === 'floor') : [];
  if (floors && operations.length === 0)
    throw new UserError(
      `${path.file}: declares no floor`,
      'Add `floor: { NAME: (context) => … }`: the least that could be done instead of the path.',
    );
  const proposed = skips ? placeReplacements(path, places, [...path.replacements, ...replacements]) : [];
  const { environment, policy, seed } = session;
  const planFor = (replicates: number): Plan =>
    planTrials(path, places, tree, warmUpGoal, { ...policy, replicates }, seed, {
      operations,
      skips,
      replacements: proposed,
    });
  let measurement: Measurement = {
    schema: 'hotpath/measurement@1',
    plan: planFor(policy.replicates),
    environment,
    forks: [],
    sampled: [],
  };
  const forksFromMs = session.now();
  const isAllowed = createTimeLimit({
    limitMs: policy.limitMs,
    beganMs,
    behindMs: samplingMs(measurement.plan),
    now: session.now,
  });
  try {
    for (
      let plan: Plan | null = measurement.plan;
      plan !== null;
      plan = extended(measurement, planFor, { beganMs, forksFromMs }, session)
    ) {
      measurement = { ...measurement, plan };
      for (const fork of plan.forks.slice(measurement.forks.length)) {
        if (!isAllowed(fork.replicate)) break;
        const measured = await session.measurer.measureFork(plan, fork, tree, reporter(measurement, session));
        measurement = { ...measurement, forks: [...measurement.forks, measured] };
      }
    }
    const operations = measurement.forks[0]?.batchOperations ?? 1;
    for (const fork of measurement.plan.sampled) {
      const report = reporter(measurement, session);
      const taken = await session.measurer.sampleFork(measurement.plan, fork, operations, report);
      measurement = { ...measurement, sampled: [...measurement.sampled, taken] };
    }
  } catch (problem) {
    if (!(problem instanceof Interrupted) || measurement.forks.length === 0) throw problem;
  }
  return measurement;
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

/** Makes the report of a measurement; the same measurement always gives the same report. */
export function reportOn(measurement: Measurement): Report {
  const { plan, environment, forks } = measurement;
  const ledger = estimateLedger(measurement);
  return {
    schema: 'hotpath/report@1',
    path: { name: plan.path.name, file: plan.path.file },
    environment,
    policy: {
      ...plan.policy,
      seed: plan.seed,
      warmUpOperations: plan.warmUpGoal.operations,
      forksPlanned: plan.forks.length,
      forksMeasured: forks.length,
      replicatesMeasured: new Set(forks.map((fork) => fork.replicate)).size,
      batchOperations: [...new Set(forks.map((fork) => fork.batchOperations))],
    },
    ledger,
    floors: floorCosts(measurement, ledger),
    findings: diagnose(measurement, ledger),
  };
}

/** A path with its places, how they ran, and how long it takes to come to rest. */
export async function findPath(
  specFile: string,
  measurer: Measurer,
  findPlaces: FindPlaces = findRows,
): Promise<{ path: HotPath; places: readonly RowPlace[]; tree: CallTree; warmUpGoal: WarmUpGoal }> {
  const path = await loadPath(specFile, measurer);
  const places = findPlaces(path);
  const tree = await measurer.trace(path, places);
  const pilot = await measurer.pilot(path, tree);
  return { path, places, tree, warmUpGoal: warmUpGoal(pilot, waits(tree)) };
}

async function loadPath(specFile: string, measurer: Measurer): Promise<HotPath> {
  const { sources, ...inspected } = await measurer.inspect(specFile);
  return { ...inspected, file: specFile, sources: findSources(specFile, sources, inspected.loaded) };
}
