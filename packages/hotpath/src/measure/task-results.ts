import type { ForkMeasurement, SampledFork } from '../model/measurement/measurement.js';
import type { Pilot } from '../model/measurement/pilot.js';
import type { DosedTrial } from '../model/measurement/verification.js';
import type { CallTree } from '../model/path/call-tree.js';
import type { NamedOperation } from '../model/path/operation.js';
import type { Replacement } from '../model/path/replacement.js';
import type { RanScript } from '../model/profiles/ran-script.js';
import type { Counted } from '../v8/counted.js';

/** What a fork finds by its task. */
export interface TaskResults {
  readonly inspect: InspectedSpec;
  readonly trace: CallTree;
  readonly pilot: PilotedPath;
  readonly measure: MeasuredFork;
  readonly sample: SampledStacks;
  readonly count: CountedOperations;
  readonly verify: VerifiedPath;
}

/** A specification's description of itself, and the files that its loading loaded. */
export interface Inspection {
  readonly name: string;
  /** Patterns relative to the specification; null where it names none. */
  readonly sources: readonly string[] | null;
  readonly functions: readonly string[];
  readonly repeatable: readonly string[];
  readonly operations: readonly NamedOperation[];
  readonly replacements: readonly Replacement[];
  /** Absolute paths. */
  readonly loaded: readonly string[];
}

/** The part of an inspection that the fork's main thread knows; the loader lists the files. */
export type InspectedSpec = Omit<Inspection, 'loaded'>;

/** A pilot without what V8's log adds. */
export type PilotedPath = Omit<Pilot, 'compiledAtMs'>;

/** A fork's own part of its measurement; its parent adds the rest. */
export type MeasuredFork = Omit<ForkMeasurement, 'index' | 'replicate' | 'calmNs' | 'compilation'>;

/** Sampled stacks in the lines of the text that ran. */
export interface SampledStacks extends Omit<SampledFork, 'index'> {
  /** The scripts of the stacks whose text is not that of their file. */
  readonly scripts: readonly RanScript[];
}

/** How often code ran in some operations. */
export interface CountedOperations {
  readonly operations: number;
  /** One per batch, without what ran while settling. */
  readonly counted: readonly Counted[];
}

export interface VerifiedPath {
  readonly trials: readonly DosedTrial[];
}
