import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../errors.js';
import { parseSource, scriptExtensions } from '../instrument/syntax/parse.js';

/** The absolute path of a specification. Throws a UserError if it does not exist, is a folder or not a script, or has a syntax error. */
export function findSpec(name: string, folder: string): string {
  const file = resolve(folder, name);
  const kind = kindOf(file);
  if (kind === 'nothing')
    throw new UserError(
      `${name}: no such file`,
      'Give the path of a NAME.hot.ts file; `hotpath run --help` shows how.',
    );
  if (kind === 'folder')
    throw new UserError(`${name}: is a folder`, `Name the specifications in it: ${name}/*.hot.ts`);
  if (!scriptExtensions.test(file))
    throw new UserError(`${name}: is not a script`, 'A specification is a .ts, .js or .mjs file.');
  parseSource(file, readFileSync(file, 'utf8'));
  return file;
}

function kindOf(file: string): 'file' | 'folder' | 'nothing' {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return 'nothing';
  return stats.isDirectory() ? 'folder' : 'file';
}
