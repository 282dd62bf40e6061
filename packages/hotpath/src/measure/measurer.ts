import type { ForkMeasurement, SampledFork } from '../model/measurement/measurement.js';
import type { Pilot } from '../model/measurement/pilot.js';
import type { ForkPlan, Plan, SampledForkPlan } from '../model/measurement/plan.js';
import type { VerificationFork, VerificationPlan } from '../model/measurement/verification.js';
import type { CallTree } from '../model/path/call-tree.js';
import type { NamedOperation } from '../model/path/operation.js';
import type { HotPath } from '../model/path/path.js';
import type { Replacement } from '../model/path/replacement.js';
import type { RowPlace } from '../model/path/row.js';
import type { CountedOperations } from './fork/tasks/count.js';

/** What a specification says of itself, and which files its loading loaded. */
export interface Inspection {
  readonly name: string;
  /** Patterns relative to the specification; null where it names none. */
  readonly sources: readonly string[] | null;
  readonly functions: readonly string[];
  readonly repeatable: readonly string[];
  readonly operations: readonly NamedOperation[];
  readonly replacements: readonly Replacement[];
  /** Absolute paths. */
  readonly loaded: readonly string[];
}

/**
 * The one way to touch processes and clocks. All that is decided about numbers happens outside and is tested
 * with an implementation that makes them up.
 * Every method throws a UserError when the path cannot be run.
 */
export interface Measurer {
  inspect(specFile: string): Promise<Inspection>;
  trace(path: HotPath, places: readonly RowPlace[]): Promise<CallTree>;
  /** Runs the path as it is, to see when it comes to rest. */
  pilot(path: HotPath, tree: CallTree): Promise<Pilot>;
  /** `progress` gets the share of the fork's work that is done, 0 to 1. */
  measureFork(
    plan: Plan,
    fork: ForkPlan,
    tree: CallTree,
    progress: (done: number) => void,
  ): Promise<ForkMeasurement>;
  sampleFork(
    plan: Plan,
    fork: SampledForkPlan,
    batchOperations: number,
    progress: (done: number) => void,
  ): Promise<SampledFork>;
  /** Counts what runs in some operations of the path as it is. */
  countCalls(plan: Plan, batchOperations: number): Promise<CountedOperations>;
  verifyFork(
    plan: VerificationPlan,
    fork: { readonly index: number; readonly seed: number },
    progress: (done: number) => void,
  ): Promise<VerificationFork>;
  /** Frees what the session holds. */
  close(): void;
}
