import type { NamedOperation } from './operation.js';
import type { Replacement } from './replacement.js';

/** The specification of a path, loaded and checked; a fork finds it again by this. */
export interface HotPath {
  readonly name: string;
  /** Absolute path of the specification file. */
  readonly file: string;
  /** Absolute paths of the files in which regions are looked for. */
  readonly sources: readonly string[];
  /** Those of them that the specification names without a pattern. */
  readonly namedSources?: readonly string[];
  /** Functions that are rows, by name: `NAME`, `Class.NAME` or `path/suffix.js#NAME`. */
  readonly functions: readonly string[];
  /** Names of regions that may be repeated although their text does not show it. */
  readonly repeatable: readonly string[];
  /** Operations that it names in addition to the path. */
  readonly operations: readonly NamedOperation[];
  /** Replacement code that it proposes for regions. */
  readonly replacements: readonly Replacement[];
  /** Absolute paths of all files that were loaded with the specification. */
  readonly loaded: readonly string[];
}
