import { diagnose } from './diagnose/diagnose.js';
import { estimateLedger } from './estimate/estimate-ledger.js';
import type { Measurer } from './measure/measurer.js';
import { Interrupted } from './measure/run-fork.js';
import type { CallTree } from './model/call-tree.js';
import type { Environment } from './model/environment.js';
import type { ForkMeasurement, Measurement, SampledFork } from './model/measurement.js';
import type { HotPath } from './model/path.js';
import type { Plan, Policy } from './model/plan.js';
import type { Report } from './model/report.js';
import type { RowPlace } from './model/row.js';
import { planTrials } from './plan/plan-trials.js';
import { findRows } from './spec/find-rows.js';
import { findSources } from './spec/find-sources.js';

/** What a session is given besides its specification. */
export interface Session {
  readonly measurer: Measurer;
  readonly environment: Environment;
  readonly policy: Policy;
  readonly seed: number;
  readonly progress: (state: Progress) => void;
}

export interface Progress {
  readonly name: string;
  readonly forksDone: number;
  readonly forks: number;
  /** Work done, 0 to 1. */
  readonly done: number;
}

/**
 * Measures one path. An interrupt ends it early with the forks that were complete.
 * Throws a UserError when the path cannot be measured, Interrupted when nothing was.
 */
export async function measurePath(specFile: string, session: Session): Promise<Measurement> {
  const { path, places, tree } = await findPath(specFile, session.measurer);
  const plan = planTrials(path, places, tree, session.policy, session.seed);
  const { forks, sampled } = await measureForks(plan, tree, session);
  return { schema: 'hotpath/measurement@1', plan, environment: session.environment, forks, sampled };
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
      forksPlanned: plan.forks.length,
      forksMeasured: forks.length,
      replicatesMeasured: new Set(forks.map((fork) => fork.replicate)).size,
      batchOperations: [...new Set(forks.map((fork) => fork.batchOperations))],
    },
    ledger,
    findings: diagnose(measurement, ledger),
  };
}

/** A path with its places, and how they ran. */
export async function findPath(
  specFile: string,
  measurer: Measurer,
): Promise<{ path: HotPath; places: readonly RowPlace[]; tree: CallTree }> {
  const path = await loadPath(specFile, measurer);
  const places = findRows(path);
  return { path, places, tree: await measurer.trace(path, places) };
}

async function loadPath(specFile: string, measurer: Measurer): Promise<HotPath> {
  const { sources, ...inspected } = await measurer.inspect(specFile);
  return { ...inspected, file: specFile, sources: findSources(specFile, sources, inspected.loaded) };
}

/** The timed forks, then the sampled ones; an interrupt keeps those that had ended. */
async function measureForks(
  plan: Plan,
  tree: CallTree,
  session: Session,
): Promise<{ forks: ForkMeasurement[]; sampled: SampledFork[] }> {
  const forks: ForkMeasurement[] = [];
  const sampled: SampledFork[] = [];
  const all = plan.forks.length + plan.sampled.length;
  const report = (part: number): void => {
    const forksDone = forks.length + sampled.length;
    session.progress({ name: plan.path.name, forksDone, forks: all, done: (forksDone + part) / all });
  };
  try {
    for (const fork of plan.forks) {
      report(0);
      forks.push(await session.measurer.measureFork(plan, fork, tree, report));
    }
    const operations = forks[0]?.batchOperations ?? 1;
    for (const fork of plan.sampled) {
      report(0);
      sampled.push(await session.measurer.sampleFork(plan, fork, operations, report));
    }
  } catch (problem) {
    if (!(problem instanceof Interrupted) || forks.length === 0) throw problem;
  }
  return { forks, sampled };
}
