import type { ParsedSource } from '../syntax/parse.js';

/** The other files of a program. */
export interface ProgramFiles {
  /** The file that `specifier` means in `file`; null where it is not known. */
  imported(file: string, specifier: string): ParsedSource | null;
}

/** Knows no other file. */
export const noOtherFiles: ProgramFiles = { imported: () => null };
