import type { ProfileUnit } from './profile.js';

/** What a flame page carries as JSON: a call tree, pruned, and a table of functions that is not. */
export interface FlamePayload {
  readonly title: string;
  /** What it shows, in a line. */
  readonly said: string;
  readonly unit: ProfileUnit;
  /** The root on top and calls below it, at first. */
  readonly icicle: boolean;
  readonly categories: readonly PayloadCategory[];
  readonly functions: PayloadFunctions;
  readonly calls: PayloadCalls;
  readonly leftOut: LeftOut;
}

/** Whose code functions are, and its colour. */
export interface PayloadCategory {
  readonly name: string;
  /** Of HSL, degrees. */
  readonly hue: number;
  /** Of HSL, per cent. */
  readonly saturation: number;
}

/** Functions in columns. Weights are those of the whole profile, in its unit. */
export interface PayloadFunctions {
  readonly name: readonly string[];
  /** Index in `files`. */
  readonly file: readonly number[];
  readonly files: readonly string[];
  /** From 1; 0 where unknown. */
  readonly line: readonly number[];
  readonly column: readonly number[];
  /** Index in `categories`. */
  readonly category: readonly number[];
  /** Without what they called. */
  readonly own: readonly number[];
  /** With what they called; a call of it below itself counts once. */
  readonly whole: readonly number[];
}

/** Calls in columns, each before those that it made and after those that its elder siblings led to. */
export interface PayloadCalls {
  /** 1 for what the root called; one more than that of its caller. */
  readonly depth: readonly number[];
  /** Index of the function; -1 for a remainder, which stands for calls that were left out. */
  readonly called: readonly number[];
  /** Weight without what it called; of a remainder all that its calls weigh. */
  readonly self: readonly number[];
  /** How many calls each remainder stands for, in their order. */
  readonly remainders: readonly number[];
  /** Weight of the root itself. */
  readonly root: number;
}

/** What the page does not show one by one. */
export interface LeftOut {
  readonly calls: number;
  /** With what they called, in the profile's unit. */
  readonly weight: number;
  /** Functions all of whose calls were left out; they are in no table. */
  readonly functions: number;
}
