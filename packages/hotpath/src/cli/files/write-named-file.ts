import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../errors.js';

/** Writes text to a file that the user named, relative to the folder. Throws a UserError when it cannot be written. */
export function writeNamedFile(name: string, text: string, folder: string): void {
  try {
    writeFileSync(resolve(folder, name), text);
  } catch (problem) {
    throw new UserError(
      `${name}: cannot be written: ${(problem as Error).message}`,
      'Name a file in a folder that exists.',
    );
  }
}
