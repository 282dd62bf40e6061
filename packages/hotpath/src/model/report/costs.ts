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
  /** Null where it was not measured, and then why. */
  readonly cost: OperationCost | null;
  readonly refusal: string | null;
}

/** What a method keeps of what payloads may hold, and what it protects from; found by running it. */
export interface CopySafety {
  readonly method: string;
  /** By what is looked for: `yes`, `shared` with the payload, `no`, `throws`. */
  readonly keeps: Readonly<Record<string, string>>;
  /** By which change after the call. */
  readonly protects: Readonly<Record<string, boolean>>;
}

/** How errors come about and are kept. */
export interface ErrorCircumstances {
  /** Calls, or functions that await, between the catch and the throw. */
  readonly depth: number;
  /** `Error.stackTraceLimit`. */
  readonly limit: number;
  /** Whether the calls are functions that await. */
  readonly async: boolean;
  readonly sourceMaps: boolean;
}

/** What the phases of an error's life cost under some circumstances. */
export interface ErrorCosts extends ErrorCircumstances {
  readonly phases: readonly StepCost[];
  /** Of throwing, catching and serializing; none where no serializer was given. */
  readonly shares: readonly { readonly name: string; readonly share: Interval }[];
}
