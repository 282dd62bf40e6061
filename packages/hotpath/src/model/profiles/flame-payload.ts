import type { ProfileUnit } from './profile.js';

/** The data of a flame page, as JSON: a pruned call tree and the complete table of functions. */
export interface FlamePayload {
  readonly title: string;
  /** What the page shows, in one line. */
  readonly said: string;
  readonly unit: ProfileUnit;
  /** Whether the root is at the top when the page opens. */
  readonly icicle: boolean;
  readonly categories: readonly PayloadCategory[];
  readonly functions: PayloadFunctions;
  readonly calls: PayloadCalls;
  readonly leftOut: LeftOut;
}

/** A category of code, with its colour. */
export interface PayloadCategory {
  readonly name: string;
  /** HSL hue, in degrees. */
  readonly hue: number;
  /** HSL saturation, in percent. */
  readonly saturation: number;
}

/** Functions in columns. Weights are those of the unpruned profile, in its unit. */
export interface PayloadFunctions {
  readonly name: readonly string[];
  /** Index in `files`. */
  readonly file: readonly number[];
  readonly files: readonly string[];
  /** From 1; 0 if unknown. */
  readonly line: readonly number[];
  readonly column: readonly number[];
  /** Index in `categories`. */
  readonly category: readonly number[];
  /** Weight excluding callees. */
  readonly own: readonly number[];
  /** Weight including callees. A recursive call counts once. */
  readonly whole: readonly number[];
}

/** Calls in columns, in depth-first preorder. */
export interface PayloadCalls {
  /** 1 for calls from the root; otherwise the depth of the caller plus 1. */
  readonly depth: readonly number[];
  /** Index of the function; -1 for a remainder, which stands for omitted calls. */
  readonly called: readonly number[];
  /** Weight excluding callees; for a remainder, the total weight of its calls. */
  readonly self: readonly number[];
  /** Number of omitted calls per remainder, in the order of the remainders. */
  readonly remainders: readonly number[];
  /** Weight of the root itself. */
  readonly root: number;
}

/** What the page does not show individually. */
export interface LeftOut {
  readonly calls: number;
  /** Their weight including callees, in the profile's unit. */
  readonly weight: number;
  /** Functions without any call on the page; they are not in the table either. */
  readonly functions: number;
}
