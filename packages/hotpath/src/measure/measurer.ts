import type { ForkMeasurement, SampledFork } from '../model/measurement/measurement.js';
import type { Pilot } from '../model/measurement/pilot.js';
import type { ForkPlan, Plan, SampledForkPlan } from '../model/measurement/plan.js';
import type { VerificationFork, VerificationPlan } from '../model/measurement/verification.js';
import type { CallTree } from '../model/path/call-tree.js';
import type { HotPath } from '../model/path/path.js';
import type { RowPlace } from '../model/path/row.js';
import type { CountedOperations, Inspection } from './task-results.js';

/** What a session knows when a fork is to be measured, in addition to the plan. */
export interface ForkContext {
  readonly tree: CallTree;
  /** The yardstick's limit for a calm batch by the forks so far, ns; null before the first fork. */
  readonly calmNs: number | null;
}

/**
 * The only way to forks and clocks. It decides nothing: plans and sessions decide, and are tested with a measurer that makes
 * its numbers up.
 * Every method throws a UserError when the path cannot be run, and Interrupted when the user stopped the session.
 */
export interface Measurer {
  inspect(specFile: string): Promise<Inspection>;
  trace(path: HotPath, places: readonly RowPlace[]): Promise<CallTree>;
  /** Runs the untouched path from its first operation on, to see when it comes to rest. */
  pilot(path: HotPath, tree: CallTree): Promise<Pilot>;
  /** `progress` gets the share of the fork's work that is done, 0 to 1. */
  measureFork(
    plan: Plan,
    fork: ForkPlan,
    context: ForkContext,
    progress: (done: number) => void,
  ): Promise<ForkMeasurement>;
  sampleFork(
    plan: Plan,
    fork: SampledForkPlan,
    batchOperations: number,
    progress: (done: number) => void,
  ): Promise<SampledFork>;
  /** Counts executions in some operations of the untouched path. */
  countCalls(plan: Plan, batchOperations: number): Promise<CountedOperations>;
  verifyFork(
    plan: VerificationPlan,
    fork: { readonly index: number; readonly seed: number },
    progress: (done: number) => void,
  ): Promise<VerificationFork>;
  /** Frees what the session holds. */
  close(): void;
}
