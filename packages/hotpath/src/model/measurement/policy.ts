/** How numbers are made. Results under different policies are not compared. */
export interface Policy {
  /** Raised whenever the meaning of a published number changes. */
  readonly version: 12;
  readonly clock: 'process.hrtime';
  readonly effort: 'quick' | 'default';
  /** Independent repetitions of the whole set of rows; the unit of replication of every interval. */
  readonly replicates: number;
  /** Shortest warm-up of each variant in a fork, ms. */
  readonly warmUpMs: number;
  /** Longest warm-up of each variant, for a path that comes to rest late, ms. */
  readonly warmUpMostMs: number;
  /** Shortest measured time of each variant in a fork, ms. */
  readonly measureMs: number;
  /** Longest measured time of each variant, where the processor is rarely calm, ms. */
  readonly measureMostMs: number;
  /** Time for which the untouched path runs alone in a fork, for the price of its garbage, ms. */
  readonly aloneMs: number;
  /** Number of first replicates with such a fork; the others use the mean price of these. Null: all replicates. */
  readonly aloneReplicates: number | null;
  /** Intended length of one batch, ms. */
  readonly batchMs: number;
  /** The processor is calm while the yardstick takes at most this factor of its best in the measurement. */
  readonly calm: number;
  /** Share of a variant's clean batches, fastest first, that estimates are made from. */
  readonly keep: number;
  /** Number of timed forks in which V8 logs what it compiles; each costs half a second. */
  readonly codeLogForks: number;
  /** Number of first replicates that also measure each row's off-CPU time (waiting paths only). */
  readonly waitReplicates: number;
  /** Number of first replicates that also measure floors, rows left out and replaced code. */
  readonly experimentReplicates: number;
  /** Number of forks in which the path is sampled. */
  readonly sampledForks: number;
  /** Sampled time in each, ms. */
  readonly sampleMs: number;
  /** Time between two samples, µs. */
  readonly sampleIntervalUs: number;
  /** What decides the final number of replicates; null: `replicates` alone. */
  readonly target: Target | null;
  /** A replicate is not started if it would end later than this after the measurement began, ms; null: no limit. */
  readonly limitMs: number | null;
  /** Confidence of all intervals. */
  readonly confidence: 0.95;
}

/** The wanted width of the total's interval, and the time that may be spent on it. */
export interface Target {
  /** Half of the total's 95 % interval, as a share of the total. */
  readonly share: number;
  /** For the measurement as a whole, ms. */
  readonly budgetMs: number;
}
