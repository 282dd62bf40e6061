import type { CallTree } from '../path/call-tree.js';
import type { HotPath } from '../path/path.js';
import type { Row, RowPlace } from '../path/row.js';
import type { Environment } from './environment.js';
import type { Batch } from './measurement.js';
import type { WarmUpGoal } from './pilot.js';

/** Something of known size that is put into a row: work, a wait off the processor, or objects. */
export type Dose =
  | { readonly kind: 'delay'; readonly ns: number }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'allocation'; readonly objects: number };

/** What is put where, and how often it is repeated. */
export interface VerificationPlan {
  readonly path: HotPath;
  readonly places: readonly RowPlace[];
  readonly rows: readonly Row[];
  readonly tree: CallTree;
  readonly doses: readonly Dose[];
  /** All that may run, in order. */
  readonly forks: readonly { readonly index: number; readonly seed: number }[];
  /** How many run in any case; the others only if something is unsure behind them. */
  readonly forksAtFirst: number;
  readonly warmUpMs: number;
  readonly warmUpMostMs: number;
  readonly warmUpGoal: WarmUpGoal;
  /** Batches of each trial. */
  readonly rounds: number;
  readonly batchMs: number;
  /** As in a measurement's policy. */
  readonly calm: number;
  readonly keep: number;
  /** Whether the path waits for something. */
  readonly waits: boolean;
}

export interface VerificationMeasurement {
  readonly plan: VerificationPlan;
  readonly environment: Environment;
  readonly forks: readonly VerificationFork[];
}

export interface VerificationFork {
  readonly index: number;
  readonly trials: readonly DosedTrial[];
}

/** The path with at most one dose in it, while one place (or none: -1, the whole) is timed. */
export interface DosedTrial {
  /** -1: the whole path; -2: no path, the dose alone, which tells its true size. */
  readonly timed: number;
  /** Index of the dose; -1 for none. */
  readonly dose: number;
  /** The place that it is put into; -1 for none. */
  readonly dosed: number;
  readonly operations: number;
  readonly batches: readonly Batch[];
}

/** Whether a number came out as it had to; `unsure` where the interval is too wide to say. */
export type Outcome = 'pass' | 'fail' | 'unsure';

/** One dose in one row. */
export interface Recovery {
  readonly row: string;
  readonly dose: Dose;
  /** What the dose costs an operation: ns, or bytes for objects. */
  readonly given: number;
  /** By how much the row grew, with its 95 % interval. */
  readonly recovered: { readonly mean: number; readonly low: number; readonly high: number };
  /** Of the rows that do not hold the dose, the one that most surely grew or shrank; null where leaks are not looked for. */
  readonly leak: {
    readonly row: string;
    readonly mean: number;
    readonly low: number;
    readonly high: number;
  } | null;
  /** Whether the dose was found where it was put. */
  readonly found: Outcome;
  /** Whether it stayed out of all other rows; null where leaks are not looked for. */
  readonly contained: Outcome | null;
  /** The other rows by whether it stayed out of each. */
  readonly others: Readonly<Record<Outcome, number>>;
}
