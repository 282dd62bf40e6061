import { diagnose } from '../diagnose/diagnose.js';
import { estimateLedger } from '../estimate/ledger/estimate-ledger.js';
import { floorCosts } from '../estimate/ledger/floors.js';
import type { Measurer } from '../measure/measurer.js';
import type { Environment } from '../model/measurement/environment.js';
import type { Measurement } from '../model/measurement/measurement.js';
import type { WarmUpGoal } from '../model/measurement/pilot.js';
import type { Policy } from '../model/measurement/plan.js';
import type { CallTree } from '../model/path/call-tree.js';
import type { HotPath } from '../model/path/path.js';
import type { RowPlace } from '../model/path/row.js';
import type { Report } from '../model/report/report.js';
import { waits } from '../model/report/waiting.js';
import { warmUpGoal } from '../plan/warm-up-goal.js';
import { findRows } from '../spec/find-rows.js';
import { findSources } from '../spec/find-sources.js';

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
export type FindPlaces = (path: HotPath) => RowPlace[];

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
