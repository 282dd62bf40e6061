import type { Account } from '../candidates/logger.js';

export type Part = 'throughput' | 'slow-sink' | 'burst';

/** What one process measures of one logger; given as JSON on its command line. */
export interface Job {
  readonly logger: string;
  /** `check` proves that all lines arrive. */
  readonly part: Part | 'check';
  /** Calls before anything is timed. */
  readonly warmUp: number;
  /** Calls that are measured; of `throughput`, once as a whole and once call by call. */
  readonly calls: number;
  /** A file of the job's own, for parts that count what arrived. */
  readonly file: string;
  /** How long a write of the slow sink takes, ms. */
  readonly delayMs: number;
}

/** Times of single calls, ns; each has one empty interval of the clock in it. */
export interface Latency {
  readonly mean: number;
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** What a process writes to standard output, as one line of JSON. */
export type Outcome =
  | { readonly part: 'check'; readonly lines: number }
  | {
      readonly part: 'throughput';
      /** Lines a second that were delivered, the flush included. */
      readonly linesPerSecond: number;
      /** Lines the logger says it dropped; null where it does not tell. */
      readonly dropped: number | null;
      readonly latency: Latency;
      /** The clock's empty interval, ns: the median of many. */
      readonly clock: number;
      /** The most memory the process ever had resident, bytes. */
      readonly peakBytes: number;
    }
  | {
      readonly part: 'slow-sink';
      readonly latency: Latency;
      readonly flushMs: number;
      readonly calls: number;
      /** Writes that the sink saw, and the lines in them. */
      readonly writes: number;
      readonly lines: number;
    }
  | {
      readonly part: 'burst';
      readonly calls: number;
      /** The logger's own account of the burst, without the warm-up; the high-water mark is since it was opened. */
      readonly account: Account;
      /** Lines that the file has. */
      readonly arrived: number;
      readonly burstMs: number;
      readonly flushMs: number;
    };

export type OutcomeOf<P extends Outcome['part']> = Extract<Outcome, { readonly part: P }>;
