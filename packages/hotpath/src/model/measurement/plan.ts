import type { ChosenRows } from '../path/chosen-rows.js';
import type { FoldMark } from '../path/fold-mark.js';
import type { HotPath } from '../path/path.js';
import type { Row, RowPlace } from '../path/row.js';
import type { WarmUpGoal } from './pilot.js';
import type { Policy } from './policy.js';
import type { Variant } from './variant.js';

/** What is measured: which forks, which variants in each, and for how long. */
export interface Plan {
  readonly path: HotPath;
  readonly places: readonly RowPlace[];
  /** The rows that the path ran, in the order of their first execution. */
  readonly rows: readonly Row[];
  /** Places that the path loaded and never ran. */
  readonly idle: readonly number[];
  /** Marks in the sources that make no row; earlier versions did not record them. */
  readonly foldMarks?: readonly FoldMark[] | undefined;
  /** How the places were chosen; left out where the path names them. */
  readonly chosen?: ChosenRows | undefined;
  /** Whether `run` returns a promise. */
  readonly async: boolean;
  /** Whether executions of rows overlap in time; a row then counts only the time during which it was running. */
  readonly concurrent: boolean;
  /** Whether the path spent a good part of its trace off the processor. */
  readonly waits: boolean;
  /** Whether all processors are kept awake in every fork, as the pilot decided. */
  readonly keepsAwake: boolean;
  readonly warmUpGoal: WarmUpGoal;
  readonly times: VariantTimes;
  readonly rounds: RoundRule;
  readonly seed: number;
  readonly policy: Policy;
  readonly forks: readonly ForkPlan[];
  readonly sampled: readonly SampledForkPlan[];
}

/** How long each variant of a timed fork is warmed up and measured, ms: the policy's times, or multiples of them. */
export interface VariantTimes {
  readonly warmUpMs: number;
  readonly warmUpMostMs: number;
  readonly measureMs: number;
  readonly measureMostMs: number;
}

/** How many batches a fork measures, in addition to the times. Each round runs every trial once. */
export interface RoundRule {
  readonly fewest: number;
  /** Measuring may end when every trial has this many calm batches. */
  readonly calmBatches: number;
  /** Batches of `base` and of `twin` per round: every other variant is compared with them. */
  readonly controlBatches: number;
}

/** One timed fork. */
export interface ForkPlan {
  readonly index: number;
  /** The replicate to which the fork belongs; a replicate's forks share the rows among them. */
  readonly replicate: number;
  /** Seeds the order in which variants are loaded and batches are run. */
  readonly seed: number;
  /** Whether V8 logs what it compiles. */
  readonly logsCode: boolean;
  /** Time for which the path then runs alone in another fork, for the price of its garbage, ms; 0: not at all. */
  readonly aloneMs: number;
  readonly variants: readonly Variant[];
}

/** One fork in which the path is sampled. */
export interface SampledForkPlan {
  readonly index: number;
  /** Shortest and longest warm-up, ms. */
  readonly warmUpMs: number;
  readonly warmUpMostMs: number;
}
