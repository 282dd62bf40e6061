import type { StackSample } from '../profiles/stack-sample.js';
import type { Compilation } from './compilation.js';
import type { Environment } from './environment.js';
import type { Plan } from './plan.js';

/** Everything that was observed, raw: any later estimate or report is made from it alone. */
export interface Measurement {
  readonly schema: 'hotpath/measurement@1';
  readonly plan: Plan;
  readonly environment: Environment;
  /** Forks that ended, in the order in which they ran. An interrupted session has fewer than planned. */
  readonly forks: readonly ForkMeasurement[];
  /** Forks that were sampled instead of timed. */
  readonly sampled: readonly SampledFork[];
}

/** The untouched path under V8's CPU profiler, compiled without inlining. */
export interface SampledFork {
  readonly index: number;
  /** Why there are no samples; null where there are. */
  readonly refused: string | null;
  /** Operations run while samples were taken, and their wall time in ns. */
  readonly operations: number;
  readonly wholeNs: number;
  readonly stacks: readonly StackSample[];
}

export interface ForkMeasurement {
  readonly index: number;
  readonly replicate: number;
  /** Operations in one batch, the same for every variant of the fork. */
  readonly batchOperations: number;
  readonly variants: readonly VariantMeasurement[];
  /**
   * Batches of the untouched path, and of each other path, each in a process that has one copy of it and nothing else: only
   * there do collections find what one path keeps, and do what they do in a program. The first fork of a replicate has them.
   */
  readonly alone: readonly VariantMeasurement[];
  /** Pauses for garbage collection by kind: of the untouched path alone, or of all batches where there were none; none where another fork of the replicate has them. */
  readonly pauses: readonly PausesOfKind[];
  /** Of some batches of the unprobed path, behind all others; null where the system does not tell a thread's time. */
  readonly occupancy: Occupancy | null;
  /** Whether the system was made to keep the process' other threads off the measuring thread's processor. */
  readonly ownProcessor: boolean;
  /**
   * What waking a thread took before processors were kept awake, as they were for the rest of the fork, ns; null where the path does
   * not wait, or they were not kept awake.
   */
  readonly asleepNs: number | null;
  /** What else the machine did while batches were measured; null where the system does not tell. */
  readonly machine: MachineUse | null;
  /** When measuring began: the zero of the times in `compilation`, on the clock of the batches, ms. */
  readonly measuredFromMs: number;
  /** The measuring loop around a `run` that does nothing, ns an operation. */
  readonly driverNs: number;
  /** Null where V8 wrote no log, or it could not be read. */
  readonly compilation: Compilation | null;
}

/** Mean numbers of processors. */
export interface MachineUse {
  /** That other processes kept busy. */
  readonly othersProcessors: number;
  /** That the hypervisor gave to other guests while they were wanted here. */
  readonly stolenProcessors: number;
}

export interface PausesOfKind {
  readonly kind: CollectionKind;
  readonly count: number;
  readonly ns: number;
}

/** `minor`: of the young generation; `major`: of all; `incremental`: a step of marking before it; `weak callbacks`: what runs behind it. */
export type CollectionKind = 'minor' | 'major' | 'incremental' | 'weak callbacks';

/** How much of its time the path's thread was on a processor. */
export interface Occupancy {
  readonly wholeNs: number;
  readonly processorNs: number;
}

export interface VariantMeasurement {
  /** The variant's id in the plan. */
  readonly id: string;
  readonly batches: readonly Batch[];
}

export interface Batch {
  /** When it began, ms since the process began. */
  readonly startMs: number;
  /** How many more times a repeated place ran in each of its executions; of how many executions one ran of a place that is left out, 0: all; 0 in all other variants. */
  readonly repeats: number;
  /** Wall time of all its operations, ns. */
  readonly wholeNs: number;
  /** Pauses for garbage collection inside it, ns. */
  readonly collectionNs: number;
  readonly collections: number;
  /** The same for the settling behind the batch, which is not timed. */
  readonly settlingCollectionNs: number;
  readonly settlingCollections: number;
  /** Growth of the heap during the batch; null when a collection makes it meaningless. */
  readonly allocatedBytes: number | null;
  /** The same for the settling behind the batch. */
  readonly settlingBytes: number | null;
  /**
   * The yardstick, a fixed piece of arithmetic, run just before and just after the batch: the longer of the two,
   * ns. It tells the state of the processor, whatever the path does.
   */
  readonly yardstickNs: number;
  /**
   * To wake a sleeping thread and be woken by it, ns, just before and just after the batch: the longer of the two; null
   * where the path does not wait.
   */
  readonly wakingNs: number | null;
  /** The thread's time on a processor from the batch's beginning until all was settled, ns; null where nobody asked or the system does not tell. */
  readonly ranNs: number | null;
  /** Time in which the thread could have run and another ran instead, ns; null where the system does not say. */
  readonly preemptedNs: number | null;
  /** Spans by call-tree node: summed clock intervals (ns, raw) and their number. */
  readonly spans: readonly SpanSum[];
}

export interface SpanSum {
  readonly node: number;
  readonly sumNs: number;
  /** Executions that ended. */
  readonly count: number;
  /** Pairs of clock reads, where executions are timed in several stretches; as many as executions otherwise. */
  readonly pairs?: number;
  /** Time between entry and leaving in which the execution was suspended; null where some had not ended. */
  readonly offNs?: number | null;
}
