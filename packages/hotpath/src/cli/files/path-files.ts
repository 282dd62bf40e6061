import { existsSync } from 'node:fs';
import { safeStem } from './safe-stem.js';

/**
 * The file of a path, by the path's name. `named` gives the absolute path of a file, from a text that is safe in file
 * names. The text has a number where that file belongs to another path.
 */
export type PathFiles = (pathName: string, named: (stem: string) => string) => string;

/**
 * Chooses the files of one command. A file is chosen once. An existing file is replaced only where `isOf` says that it is
 * of the same path.
 */
export function createPathFiles(isOf: (file: string, pathName: string) => boolean): PathFiles {
  const chosen = new Set<string>();
  return (pathName, named) => {
    const stem = safeStem(pathName);
    for (let copy = 1; ; copy++) {
      const file = named(copy === 1 ? stem : `${stem}-${copy}`);
      // Some file systems do not tell small letters from capitals.
      const key = file.toLowerCase();
      if (chosen.has(key) || (existsSync(file) && !isOf(file, pathName))) continue;
      chosen.add(key);
      return file;
    }
  };
}
