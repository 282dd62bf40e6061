import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { UserError } from '../../errors.js';
import { profileName } from '../../observe/record/profile-name.js';

/** The absolute path that a user named; for a folder, a .cpuprofile in it with a name in Node's style. */
export function targetFile(name: string, folder: string): string {
  const file = resolve(folder, name);
  return isFolder(name, folder) ? join(file, profileName(new Date(), process.pid, 0)) : file;
}

/** Whether a name is that of a folder: it ends in a slash, or the folder exists. */
export function isFolder(name: string, folder: string): boolean {
  return (
    /[\\/]$/.test(name) || statSync(resolve(folder, name), { throwIfNoEntry: false })?.isDirectory() === true
  );
}

/** Throws a UserError when the folder that a file would be written to does not exist. */
export function checkFolderOf(file: string): void {
  if (!statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory())
    throw new UserError(
      `${file}: cannot be written (no such folder)`,
      'Give a path in a folder that exists.',
    );
}
