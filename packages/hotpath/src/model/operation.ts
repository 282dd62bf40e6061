/** An operation that a specification names beside its path, on the same context. */
export interface NamedOperation {
  /** Unique in its specification. */
  readonly id: string;
  readonly name: string;
  /** The name of the row whose floor it is; null where it is the path's. */
  readonly row: string | null;
}

/** What an operation costs. */
export interface OperationCost {
  readonly id: string;
  readonly name: string;
  /** ns, collection included, without the measuring loop. */
  readonly time: Interval;
  /** Allocated. NaN where collections struck every batch. */
  readonly bytes: Interval;
}

/** A mean with its 95 % interval over replicates. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}
