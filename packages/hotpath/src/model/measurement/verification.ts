import type { CallTree } from '../path/call-tree.js';
import type { FoldMark } from '../path/fold-mark.js';
import type { HotPath } from '../path/path.js';
import type { Row, RowPlace } from '../path/row.js';
import type { Environment } from './environment.js';
import type { Batch } from './measurement.js';
import type { WarmUpGoal } from './pilot.js';

/** Something of known cost that is put into a row: work, a wait off the processor, or objects. */
export type Dose =
  | { readonly kind: 'delay'; readonly ns: number }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'allocation'; readonly objects: number };

/** Which doses are put into which rows, and how often. */
export interface VerificationPlan {
  readonly path: HotPath;
  readonly places: readonly RowPlace[];
  readonly rows: readonly Row[];
  /** As in the plan of a measurement. */
  readonly idle: readonly number[];
  readonly foldMarks: readonly FoldMark[];
  readonly tree: CallTree;
  readonly doses: readonly Dose[];
  /** All forks that may run, in order. */
  readonly forks: readonly { readonly index: number; readonly seed: number }[];
  /** The number of forks that always run; the others run only if something is unsure after them. */
  readonly forksAtFirst: number;
  /** Shortest and longest warm-up of each variant, ms. */
  readonly warmUpMs: number;
  readonly warmUpMostMs: number;
  readonly warmUpGoal: WarmUpGoal;
  /** Batches of each dosed trial. */
  readonly rounds: number;
  /** Intended length of one batch, ms. */
  readonly batchMs: number;
  /** As in the policy of a measurement. */
  readonly calm: number;
  readonly keep: number;
  /** Whether the path spent a good part of its trace off the processor. */
  readonly waits: boolean;
  /** Whether all processors are kept awake in every fork, as the pilot decided. */
  readonly keepsAwake: boolean;
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

/** The path with at most one dose in it, while one place or the whole is timed. */
export interface DosedTrial {
  /** Index of the place; -1: the whole path; -2: no path, the dose alone, which gives its true cost. */
  readonly timed: number;
  /** Index of the dose; -1 for none. */
  readonly dose: number;
  /** Index of the place that holds the dose; -1 for none. */
  readonly dosed: number;
  readonly operations: number;
  readonly batches: readonly Batch[];
}

/** Whether a number is as it has to be; `unsure` where its interval is too wide to decide. */
export type Outcome = 'pass' | 'fail' | 'unsure';

/** One dose in one row. */
export interface Recovery {
  readonly row: string;
  readonly dose: Dose;
  /** The cost of the dose: ns per operation, or bytes per operation for objects. */
  readonly given: number;
  /** The growth of the row, with its 95 % interval. */
  readonly recovered: { readonly mean: number; readonly low: number; readonly high: number };
  /** Of the rows without the dose, the one that most surely grew or shrank; null where leaks are not looked for. */
  readonly leak: {
    readonly row: string;
    readonly mean: number;
    readonly low: number;
    readonly high: number;
  } | null;
  /** Whether the row grew by what was given; null where nothing was given. */
  readonly found: Outcome | null;
  /** Whether all other rows stayed as they were; null where leaks are not looked for. */
  readonly contained: Outcome | null;
  /** Number of other rows by whether each stayed as it was. */
  readonly others: Readonly<Record<Outcome, number>>;
}
