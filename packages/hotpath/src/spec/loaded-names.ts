import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HotPath } from '../model/path/path.js';

/**
 * Returns a function from the path of a file to the path by which the program loaded it. The two differ where links lead to the file:
 * Node loads a file by its real path, or by the path of the link with --preserve-symlinks. A file that was not loaded gets its real path.
 */
export function loadedNames(loaded: readonly string[]): (file: string) => string {
  const known = new Set(loaded);
  const byRealPath = new Map(loaded.map((file) => [realPath(file), file]));
  return (file) => {
    if (known.has(file)) return file;
    const real = realPath(file);
    return byRealPath.get(real) ?? real;
  };
}

/** The path without links; the path itself where it leads to no file. */
function realPath(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

/** The files that a suffix names by links: below the folders around the specification, or below node_modules there. */
export function linkedFiles({ file, loaded }: HotPath, suffix: string): string[] {
  const nameOf = loadedNames(loaded);
  return [dirname(file), dirname(nameOf(file))]
    .flatMap(foldersAround)
    .flatMap((folder) => [join(folder, suffix), join(folder, 'node_modules', suffix)])
    .map(nameOf);
}

function foldersAround(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersAround(above)];
}
