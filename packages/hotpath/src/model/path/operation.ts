/** An operation that a specification names beside its path, on the same context. */
export interface NamedOperation {
  /** Unique in its specification. */
  readonly id: string;
  readonly name: string;
  /** Whether it is the least that could be done instead, or stands for itself. */
  readonly kind: 'floor' | 'beside';
  /** The name of the row whose floor it is; null where it is the path's, or no floor. */
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

/** What an operation costs in one replicate. */
export interface ReplicateCost {
  /** The operation's id; empty for the path itself. */
  readonly id: string;
  readonly replicate: number;
  /** Collection included, without the measuring loop. */
  readonly ns: number;
  /** NaN where collections struck every batch. */
  readonly bytes: number;
}

/** Names what one operation does beyond another. */
export interface Step {
  readonly name: string;
  /** Operation ids; empty: the path itself. */
  readonly of: string;
  readonly less: string;
}

/** What a step costs. */
export interface StepCost {
  readonly name: string;
  /** ns. */
  readonly time: Interval;
}
