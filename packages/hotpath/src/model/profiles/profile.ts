/** A function as a profiler reports it. */
export interface ProfiledFunction {
  /** Empty if it has no name. */
  readonly name: string;
  /** URL or path as the profiler reported it; empty for native code. */
  readonly file: string;
  /** Line of the definition, from 1; 0 if unknown. */
  readonly line: number;
  readonly column: number;
}

/** The unit of the weights of a profile. */
export type ProfileUnit = 'nanoseconds' | 'samples' | 'bytes';

/**
 * A call tree in columns. Node i is a call of `functions[functionOf[i]]` from node `parents[i]`, and parents[i] < i.
 * Node 0 is the root; it is not a call and has no function (-1).
 */
export interface Profile {
  readonly functions: readonly ProfiledFunction[];
  readonly parents: Int32Array;
  readonly functionOf: Int32Array;
  /** Weight of each node excluding callees, in `unit`. */
  readonly self: Float64Array;
  readonly unit: ProfileUnit;
  /** The number of samples that the weights come from. */
  readonly samples: number;
}
