import type { StackSample } from '../profiles/stack-sample.js';
import type { Compilation } from './compilation.js';
import type { Environment } from './environment.js';
import type { Plan } from './plan.js';

/** Everything that was observed, raw: every estimate and report is made from it alone. */
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
  /** The yardstick's limit for a calm batch while this fork ran, ns; null: the fork's own best decided, as no fork had run before. */
  readonly calmNs: number | null;
  /** Operations in one batch, the same for every variant of the fork. */
  readonly batchOperations: number;
  readonly variants: readonly VariantMeasurement[];
  /**
   * Batches of the untouched path and of each other path, each in a fork that holds one copy of it and nothing else: only
   * there do collections find what one path keeps, as they do in a program. The first fork of a replicate has them.
   */
  readonly alone: readonly VariantMeasurement[];
  /**
   * Pauses for garbage collection by kind: of the untouched path alone, or of all batches where it did not run alone. Empty
   * where another fork of the replicate holds them.
   */
  readonly pauses: readonly PausesOfKind[];
  /** Measured in some batches of the unprobed path, after all others; null where the system does not report a thread's time. */
  readonly occupancy: Occupancy | null;
  /** Whether the system kept the fork's other threads off the measuring thread's processor. */
  readonly ownProcessor: boolean;
  /**
   * Time to wake a thread before processors were kept awake for the rest of the fork, ns; null where the path does not wait or
   * they were not kept awake.
   */
  readonly asleepNs: number | null;
  /** What else the machine did during the batches; null where the system does not report it. */
  readonly machine: MachineUse | null;
  /** Start of the first batch on the clock of the batches, ms; the zero of the times in `compilation`. */
  readonly measuredFromMs: number;
  /** Cost of the measuring loop itself: around a `run` that does nothing, ns per operation. */
  readonly driverNs: number;
  /** One reading a round of batches; empty in forks without a variant that is timed. */
  readonly chain: readonly ChainReading[];
  /** Null where V8 wrote no log, or it could not be read. */
  readonly compilation: Compilation | null;
}

/**
 * A chain of arithmetic with and without a pair of clock reads, ns per call: each instruction waits for the one before, so the
 * processor has idle slots, in which it does a part of the clock's work.
 */
export interface ChainReading {
  /** Time of the yardstick around the reading, ns. */
  readonly yardstickNs: number;
  /** The chain without its middle part. */
  readonly withoutNs: number;
  /** The whole chain. */
  readonly plainNs: number;
  /** The whole chain with a pair of clock reads around its middle part. */
  readonly probedNs: number;
  /** The span of that pair. */
  readonly spanNs: number;
  /** The span of an empty pair before the middle part. */
  readonly emptyNs: number;
}

/** Mean numbers of processors. */
export interface MachineUse {
  /** Kept busy by other processes. */
  readonly othersProcessors: number;
  /** Given to other guests by the hypervisor while they were wanted here. */
  readonly stolenProcessors: number;
}

export interface PausesOfKind {
  readonly kind: CollectionKind;
  readonly count: number;
  readonly ns: number;
}

/**
 * `minor`: of the young generation; `major`: of the whole heap; `incremental`: a step of marking before a major one;
 * `weak callbacks`: callbacks that run after one.
 */
export type CollectionKind = 'minor' | 'major' | 'incremental' | 'weak callbacks';

/** How much of its wall time the path's thread was on a processor. */
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
  /** When it began, ms since the fork began. */
  readonly startMs: number;
  /**
   * `repeat` variants: extra runs of the place per execution. `skip` variants: the place runs once every this many executions
   * (0: always). Others: 0.
   */
  readonly repeats: number;
  /** Wall time of all its operations, ns. */
  readonly wholeNs: number;
  /** Pauses for garbage collection inside it, ns. */
  readonly collectionNs: number;
  readonly collections: number;
  /** The same during the settling after the batch, which is not timed. */
  readonly settlingCollectionNs: number;
  readonly settlingCollections: number;
  /** Growth of the heap during the batch; null when a collection makes it meaningless. */
  readonly allocatedBytes: number | null;
  /** The same during the settling after the batch. */
  readonly settlingBytes: number | null;
  /**
   * Time of the yardstick, a fixed piece of arithmetic, just before and just after the batch: the longer of the two, ns. It
   * shows the state of the processor, whatever the path does.
   */
  readonly yardstickNs: number;
  /**
   * Time to wake a sleeping thread and be woken by it, just before and just after the batch: the longer of the two, ns; null
   * where the path does not wait.
   */
  readonly wakingNs: number | null;
  /** The thread's time on a processor from the start of the batch until it was settled, ns; null where it was not read. */
  readonly ranNs: number | null;
  /** Time in which the thread was ready to run and another thread ran, ns; null where the system does not report it. */
  readonly preemptedNs: number | null;
  /** The same during the settling after the batch. */
  readonly settlingPreemptedNs: number | null;
  /** Spans by call-tree node: summed clock intervals (ns, raw) and their number. */
  readonly spans: readonly SpanSum[];
}

export interface SpanSum {
  readonly node: number;
  readonly sumNs: number;
  /** Executions that ended. */
  readonly count: number;
  /** Pairs of clock reads, where executions are timed in several stretches; otherwise absent and equal to `count`. */
  readonly pairs?: number;
  /** Time between entry and leaving in which the execution was suspended; null where some executions had not ended. */
  readonly offNs?: number | null;
}
