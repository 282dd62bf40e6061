import type { WarmUpGoal } from '../model/measurement/pilot.js';
import type { RoundRule, VariantTimes } from '../model/measurement/plan.js';
import type { Dose } from '../model/measurement/verification.js';
import type { MeasuredVariantJob, TracedVariantJob, VariantJob, WholeVariantJob } from './variant-job.js';

/** What one fork is to do; written to its job file. */
export type ForkJob = InspectJob | TraceJob | PilotJob | MeasureJob | SampleJob | CountJob | VerifyJob;

export interface JobBase {
  /** Absolute path of the specification. */
  readonly spec: string;
  /** Folder of compiled sources, shared by the forks of a session. */
  readonly cache: string;
  /** Folder of the files that stand for functions made from text, shared by the forks of a session. */
  readonly made: string;
  readonly variants: readonly VariantJob[];
}

/** Load the specification, describe it, and list the files that it loads, one per line, in `loadedList`. */
export interface InspectJob extends JobBase {
  readonly task: 'inspect';
  readonly variants: readonly [WholeVariantJob];
  readonly loadedList: string;
}

/** Run some operations with every place probed, and find which place runs inside which. */
export interface TraceJob extends JobBase {
  readonly task: 'trace';
  readonly variants: readonly [TracedVariantJob];
  readonly operations: number;
  readonly budgetMs: number;
}

/** Run two copies of the untouched path and record the course of the second; V8's log records what it compiles. */
export interface PilotJob extends JobBase {
  readonly task: 'pilot';
  /** Two copies of the path; one of a path that allows no second one. */
  readonly variants: readonly [first: WholeVariantJob, ...second: readonly WholeVariantJob[]];
  readonly async: boolean;
  readonly waits: boolean;
  readonly budgetMs: number;
}

/** How long a variant is warmed up before it is measured. */
export interface WarmUp {
  readonly warmUpMs: number;
  /** The warm-up goes on until the goal is reached, but no longer than this. */
  readonly warmUpMostMs: number;
  readonly warmUpGoal: WarmUpGoal;
}

/** How the processors are treated where the path waits. */
export interface ProcessorUse {
  /** Whether the path waits, such as for another thread: all other threads then leave the measuring thread's processor. */
  readonly waits: boolean;
  /** Whether all processors are kept awake. */
  readonly keepsAwake: boolean;
}

/** An edge of the call tree. A place's spans are distinguished by it. */
export type Edge = readonly [parentNode: number, place: number, childNode: number];

/** Warm up, then measure batches of every variant in random order. */
export interface MeasureJob extends JobBase, WarmUp, VariantTimes, ProcessorUse {
  readonly task: 'measure';
  readonly variants: readonly MeasuredVariantJob[];
  readonly seed: number;
  readonly async: boolean;
  readonly edges: readonly Edge[];
  readonly rounds: RoundRule;
  /** Time for which each path runs on after its batches, without others in between, ms; 0: not at all. */
  readonly aloneMs: number;
  readonly batchMs: number;
  /** A batch is calm while the yardstick takes at most this, ns; null: the fork's own best decides. */
  readonly calmNs: number | null;
  /** The same as a factor of the yardstick's best. */
  readonly calm: number;
}

/** Run the untouched path under the CPU profiler. */
export interface SampleJob extends JobBase, WarmUp {
  readonly task: 'sample';
  readonly variants: readonly [WholeVariantJob];
  readonly async: boolean;
  readonly sampleMs: number;
  readonly intervalUs: number;
  /** Operations between two times of settling. */
  readonly operations: number;
}

/** Run the untouched path in batches while V8 counts executions. */
export interface CountJob extends JobBase {
  readonly task: 'count';
  readonly variants: readonly [WholeVariantJob];
  readonly async: boolean;
  /** Operations in a batch. */
  readonly operations: number;
  readonly budgetMs: number;
}

/** Give doses of known cost to places, one at a time, while each place is timed. */
export interface VerifyJob extends JobBase, WarmUp, ProcessorUse {
  readonly task: 'verify';
  readonly variants: readonly MeasuredVariantJob[];
  readonly seed: number;
  readonly async: boolean;
  readonly edges: readonly Edge[];
  readonly doses: readonly Dose[];
  /** Indexes of the places that are given doses. */
  readonly dosed: readonly number[];
  readonly rounds: number;
  readonly batchMs: number;
}
