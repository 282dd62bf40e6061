import type { Account } from '../candidates/logger.js';

export type Part = 'throughput' | 'slow-sink' | 'burst';

/** What one process measures of one logger. It is passed as JSON on the command line. */
export interface Job {
  readonly logger: string;
  /** `check` counts whether all lines arrive. */
  readonly part: Part | 'check';
  /** Calls before the timed ones. */
  readonly warmUp: number;
  /** Calls that are measured. `throughput` makes them twice: timed as a whole, then timed one by one. */
  readonly calls: number;
  /** A file of this job alone, for parts that count the lines that arrived. */
  readonly file: string;
  /** Duration of a write to the slow sink, ms. */
  readonly delayMs: number;
}

/** Times of single calls, ns. Each includes one empty interval of the clock. */
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
      /** Delivered lines per second; the time includes the flush. */
      readonly linesPerSecond: number;
      /** Lines that the logger reports as dropped; null where it does not report them. */
      readonly dropped: number | null;
      readonly latency: Latency;
      /** The median of the clock's empty intervals, ns. */
      readonly clock: number;
      /** Peak resident memory of the process, bytes. */
      readonly peakBytes: number;
    }
  | {
      readonly part: 'slow-sink';
      readonly latency: Latency;
      readonly flushMs: number;
      readonly calls: number;
      /** Writes that reached the sink, and their lines. */
      readonly writes: number;
      readonly lines: number;
    }
  | {
      readonly part: 'burst';
      readonly calls: number;
      /** The logger's own account of the burst, without the warm-up. Its high-water mark includes the warm-up. */
      readonly account: Account;
      /** Lines of the burst that are in the file. */
      readonly arrived: number;
      readonly burstMs: number;
      readonly flushMs: number;
    };

export type OutcomeOf<P extends Outcome['part']> = Extract<Outcome, { readonly part: P }>;
