/** Name of the loop that runs the path; its text is the measurement's own, so stacks and logs have no file for it. */
export const driverName = 'hotpathDriver';

/** A function's place in a sampled stack. */
export interface Frame {
  readonly name: string;
  /** Absolute path, or `node:…`; empty for what is not script (builtins, the collector). */
  readonly file: string;
  /** The line that was running, or that made the call to the frame inside; 0 where unknown. */
  readonly line: number;
}

/** One stack and in how many samples it was found. */
export interface StackSample {
  /** Innermost first. */
  readonly frames: readonly Frame[];
  readonly count: number;
}
