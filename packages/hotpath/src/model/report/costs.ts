import type { Interval, OperationCost, StepCost } from '../path/operation.js';

/** A payload copied by each method. */
export interface CopiedPayload {
  readonly name: string;
  readonly title: string;
  readonly methods: readonly CopyCost[];
}

export interface CopyCost {
  readonly method: string;
  readonly kind: 'reference' | 'shallow' | 'freeze' | 'deep';
  /** Null where it was not measured. */
  readonly cost: OperationCost | null;
  /** Why it was not measured; null where it was. */
  readonly refusal: string | null;
}

/** Which properties of a payload a method keeps, and which later changes it protects from; found by running it. */
export interface CopySafety {
  readonly method: string;
  /** By property: `yes`, `shared` with the payload, `no` or `throws`. */
  readonly keeps: Readonly<Record<string, string>>;
  /** By the change made after the call. */
  readonly protects: Readonly<Record<string, boolean>>;
}

/** How an error is thrown and caught. */
export interface ErrorCircumstances {
  /** Calls, or async functions, between the catch and the throw. */
  readonly depth: number;
  /** `Error.stackTraceLimit`. */
  readonly limit: number;
  /** Whether the calls are async functions that await. */
  readonly async: boolean;
  readonly sourceMaps: boolean;
}

/** What the phases of an error's life cost under some circumstances. */
export interface ErrorCosts extends ErrorCircumstances {
  readonly phases: readonly StepCost[];
  /** Shares of throwing, catching and serializing; empty where no serializer was given. */
  readonly shares: readonly { readonly name: string; readonly share: Interval }[];
}
