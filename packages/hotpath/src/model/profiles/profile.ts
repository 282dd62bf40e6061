/** A function as a profiler names it. */
export interface ProfiledFunction {
  /** Empty where it has none. */
  readonly name: string;
  /** URL or path as the profiler gave it; empty for what is not script. */
  readonly file: string;
  /** Where it is defined, from 1; 0 where unknown. */
  readonly line: number;
  readonly column: number;
}

/** What a profile's weights are. */
export type ProfileUnit = 'nanoseconds' | 'samples' | 'bytes';

/**
 * A call tree in columns. Node i is a call of `functions[functionOf[i]]` from node `parents[i]`; a parent stands before
 * its children, and node 0 is the root, which is no call and has no function of its own (-1).
 */
export interface Profile {
  readonly functions: readonly ProfiledFunction[];
  readonly parents: Int32Array;
  readonly functionOf: Int32Array;
  /** Weight of each node without its calls, in `unit`. */
  readonly self: Float64Array;
  readonly unit: ProfileUnit;
  /** How many samples the weights come from. */
  readonly samples: number;
}
