/** Name of the loop that runs the path. Its text is generated, so it has no file in stacks and logs. */
export const driverName = 'hotpathDriver';

/** Name of the frame in which V8 collects garbage. */
export const collector = '(garbage collector)';

/** A frame of a sampled stack. */
export interface Frame {
  readonly name: string;
  /** Absolute path, or `node:…`; empty for native code (builtins, the garbage collector). */
  readonly file: string;
  /** The line that was running or made the call of the next inner frame; 0 if unknown. */
  readonly line: number;
}

/** A stack and the number of samples with it. */
export interface StackSample {
  /** Innermost first. */
  readonly frames: readonly Frame[];
  readonly count: number;
}
