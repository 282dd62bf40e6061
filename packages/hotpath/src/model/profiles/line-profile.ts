/** The time of a function by line, in its original source file. */
export interface FunctionLines {
  /** Empty if it has no name. */
  readonly name: string;
  /** Absolute path. */
  readonly file: string;
  /** First and last line, from 1. */
  readonly line: number;
  readonly endLine: number;
  /** Time including callees, in ns; the sum of the times of its lines. */
  readonly time: number;
  /** Lines on which statements begin, in order. The time of a line includes the calls from it. */
  readonly lines: readonly LineUse[];
}

export interface LineUse {
  readonly line: number;
  /** Executions of the first statement on the line; null if no statement begins there or calls were not counted. */
  readonly hits: number | null;
  /** Present where the statement may have been executed less often than `hits`. */
  readonly atMost?: true;
  /** In ns. */
  readonly time: number;
  /** Half of the 95% confidence interval, in ns: over samples for a sampled profile, over replicates for probes. */
  readonly half: number;
}

/** Functions sorted by time, longest first. */
export interface LineProfile {
  /** Time of all samples, in ns. */
  readonly total: number;
  readonly samples: number;
  readonly functions: readonly FunctionLines[];
  /** Time on generated lines that come from several original lines, in ns. It is assigned to the first of them. */
  readonly blurred: number;
  /** What of the lines is not known, a sentence each. */
  readonly notes?: readonly string[];
}
