import type { HotPath } from '../path/path.js';
import type { Row, RowPlace } from '../path/row.js';
import type { WarmUpGoal } from './pilot.js';

/** What to run: which forks, which variants in each, for how long. */
export interface Plan {
  readonly path: HotPath;
  readonly places: readonly RowPlace[];
  /** The rows that the path ran, in the order in which it first met them. */
  readonly rows: readonly Row[];
  /** Places that the path loaded and never ran. */
  readonly idle: readonly number[];
  /** Whether `run` returns a promise. */
  readonly async: boolean;
  /** Whether executions of rows overlap in time; then rows are timed only while they run. */
  readonly concurrent: boolean;
  /** Whether its trace spent a good part of its time off the processor. */
  readonly waits: boolean;
  readonly warmUpGoal: WarmUpGoal;
  readonly seed: number;
  readonly policy: Policy;
  readonly forks: readonly ForkPlan[];
  readonly sampled: readonly SampledForkPlan[];
}

/** A fork in which the path is sampled. */
export interface SampledForkPlan {
  readonly index: number;
}

/** How numbers are made. Results under different policies are not compared. */
export interface Policy {
  /** Raised whenever the meaning of a published number changes. */
  readonly version: 9;
  readonly clock: 'process.hrtime';
  readonly effort: 'quick' | 'default';
  /** Independent repetitions of the whole set of rows; the unit of replication of every interval. */
  readonly replicates: number;
  /** Warm-up of each variant in a fork, ms. */
  readonly warmUpMs: number;
  /** A path whose code comes to rest later has up to so long, ms. */
  readonly warmUpMostMs: number;
  /** Measured time of each variant in a fork, ms. */
  readonly measureMs: number;
  /** Where the processor is hardly ever calm, a variant is measured for up to so long, ms. */
  readonly measureMostMs: number;
  /** Time for which the untouched path runs in a process of its own, for the price of its garbage, ms. */
  readonly aloneMs: number;
  /** Replicates, from the first, that have such a process; the price of the others is that of all these. Null: all have one. */
  readonly aloneReplicates: number | null;
  /** Length of one batch that is aimed at, ms. */
  readonly batchMs: number;
  /** A processor is calm while the yardstick takes at most this factor of its best in the session. */
  readonly calm: number;
  /** Share of a variant's undisturbed batches, quickest first, that estimates are made from. */
  readonly keep: number;
  /** Timed forks in which V8 logs what it compiles; half a second each. */
  readonly codeLogForks: number;
  /** Replicates, from the first, in which the rows of a path that waits are asked for their time off the processor. */
  readonly waitReplicates: number;
  /** Replicates, from the first, in which floors, rows left out and other code are measured beside the rows. */
  readonly experimentReplicates: number;
  /** Forks in which the path is sampled. */
  readonly sampledForks: number;
  /** Time in which samples are taken in each, ms, and the time between them, µs. */
  readonly sampleMs: number;
  readonly sampleIntervalUs: number;
  /** What decides how many replicates there are in the end; null: their number alone. */
  readonly target: Target | null;
  /** No further replicate begins that would not end within so many ms of the measurement; null: all are measured. */
  readonly limitMs: number | null;
  /** Confidence of all intervals. */
  readonly confidence: 0.95;
}

/** A width that an interval shall have, and how long that may take. */
export interface Target {
  /** Half of the total's 95 % interval, as a share of the total. */
  readonly share: number;
  /** For the measurement as a whole, ms. */
  readonly budgetMs: number;
}

export interface ForkPlan {
  readonly index: number;
  /** Which replicate this fork belongs to; a replicate's forks share the rows among them. */
  readonly replicate: number;
  /** Seeds the order in which variants are loaded and batches are run. */
  readonly seed: number;
  /** Whether V8 logs what it compiles. */
  readonly logsCode: boolean;
  /** How long the path runs in a process of its own behind this fork, for the price of its garbage, ms; 0: not at all. */
  readonly aloneMs: number;
  readonly variants: readonly Variant[];
}

/**
 * One copy of the path in a fork, with its own module instances.
 * `base` and `twin` are the untouched path, `timer` is the untouched path with an empty pair of clock
 * reads before each operation, `run` has the pair around each operation, `span` has clock reads at the edges of one place, or
 * of several that do not run inside each other, `wait` reads there how long the thread was off the processor (`wait-timer`: an empty pair of such reads before each
 * operation), `repeat` runs one place several times,
 * `skip` leaves executions of one place out, `replace` has other code there,
 * `operation` runs another operation of the specification instead of the path, `other` the path of another specification.
 */
export type Variant =
  | { readonly id: string; readonly kind: 'base' | 'twin' | 'timer' | 'run' | 'wait-timer' }
  | { readonly id: string; readonly kind: 'operation'; readonly operation: string }
  | OtherVariant
  | TimedVariant
  | { readonly id: string; readonly kind: 'repeat' | 'skip'; readonly place: number }
  | ReplaceVariant;

/** The path with clock reads at the edges of some places, none of which runs inside another. */
export interface TimedVariant {
  readonly id: string;
  readonly kind: 'span' | 'wait';
  readonly places: readonly number[];
}

/** Another path, such as the same before or after a change. */
export interface OtherVariant {
  readonly id: string;
  readonly kind: 'other';
  /** Absolute path of its specification. */
  readonly spec: string;
  /** Whether its `run` returns a promise. */
  readonly async: boolean;
}

/** The path with other code in a region's place. */
export interface ReplaceVariant {
  readonly id: string;
  readonly kind: 'replace';
  readonly place: number;
  /** What the change is called. */
  readonly name: string;
  readonly code: string;
}

/** A place that is left out runs in one of so many executions: in every second, in every fourth, or in practically none. */
export const skipPeriods = [2, 4, 2 ** 30] as const;
