import { accessSync, closeSync, constants, openSync, readSync, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { UserError } from '../../errors.js';

/** Throws a UserError if a command starts with a file that cannot be run, such as a profile. */
export function checkCommand([first]: readonly string[], folder: string): void {
  if (first === undefined || !isDataFile(first, folder)) return;
  throw new UserError(
    `${first}: is a file that cannot be run as a command`,
    isScript(first)
      ? `Start it with Node: -- node ${first}`
      : 'Give a command. Profiles are read by `hotpath functions`, `hotpath flame` and `hotpath diff`.',
  );
}

export function isScript(name: string): boolean {
  return /\.[cm]?[jt]sx?$/i.test(name);
}

/** Whether a name is that of a file that cannot be run, and not that of a command. */
export function isDataFile(name: string, folder: string): boolean {
  const file = resolve(folder, name);
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found || found.isDirectory() || isCommandName(name)) return false;
  return !found.isFile() || !isRunnable(file);
}

/** Whether a word is a command in PATH. A file of that name in this folder is not started. */
function isCommandName(word: string): boolean {
  if (/[\\/]/.test(word)) return false;
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.some((folder) => mayRun(join(folder, word)));
}

function mayRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** How files that a system can run begin, in Latin-1: scripts, ELF, Mach-O, Windows. */
const starts = ['#!', '\x7fELF', '\xcf\xfa\xed\xfe', '\xca\xfe\xba\xbe', 'MZ'];

/** Some file systems let all files be run, so the first bytes are looked at, too. */
function isRunnable(file: string): boolean {
  return mayRun(file) && starts.some((start) => headOf(file).startsWith(start));
}

function headOf(file: string): string {
  try {
    const handle = openSync(file, 'r');
    try {
      const head = Buffer.alloc(4);
      return head.toString('latin1', 0, readSync(handle, head));
    } finally {
      closeSync(handle);
    }
  } catch {
    // It may be run without being readable.
    return '#!';
  }
}
