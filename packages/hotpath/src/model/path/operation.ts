/** An operation that a specification names in addition to its path, on the same context. */
export interface NamedOperation {
  /** Unique in its specification. */
  readonly id: string;
  readonly name: string;
  /** `floor`: the least that could be done instead of the path or a row; `beside`: an operation for its own sake. */
  readonly kind: 'floor' | 'beside';
  /** Name of the row whose floor it is; null for the path's floor and for `beside`. */
  readonly row: string | null;
}

/** The cost of an operation. */
export interface OperationCost {
  readonly id: string;
  readonly name: string;
  /** ns, including garbage collection and without the measuring loop. */
  readonly time: Interval;
  /** Allocated bytes. NaN where every batch had a collection. */
  readonly bytes: Interval;
}

/** A mean with its 95 % interval over replicates. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** The cost of an operation in one replicate. */
export interface ReplicateCost {
  /** The operation's id; empty for the path itself. */
  readonly id: string;
  readonly replicate: number;
  /** Including garbage collection and without the measuring loop. */
  readonly ns: number;
  /** Allocated. NaN where every batch had a collection. */
  readonly bytes: number;
}

/** What one operation does in addition to another. */
export interface Step {
  readonly name: string;
  /** Operation ids; empty: the path itself. */
  readonly of: string;
  readonly less: string;
}

/** The cost of a step. */
export interface StepCost {
  readonly name: string;
  /** ns. */
  readonly time: Interval;
}
