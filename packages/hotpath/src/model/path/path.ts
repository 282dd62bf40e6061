import type { NamedOperation } from './operation.js';
import type { Replacement } from './replacement.js';

/** A path's specification as it was loaded and checked: what a fork needs to find it again. */
export interface HotPath {
  readonly name: string;
  /** Absolute path of the specification file. */
  readonly file: string;
  /** Absolute paths of the files in which regions are looked for. */
  readonly sources: readonly string[];
  /** Functions to add by name: `NAME`, `Class.NAME` or `path/suffix.js#NAME`. */
  readonly functions: readonly string[];
  /** Names of regions that may run many times in a row although their text does not show it. */
  readonly repeatable: readonly string[];
  /** What it names beside the path. */
  readonly operations: readonly NamedOperation[];
  /** Code that it proposes for regions. */
  readonly replacements: readonly Replacement[];
  /** Absolute paths of all files that loading the specification loaded. */
  readonly loaded: readonly string[];
}
