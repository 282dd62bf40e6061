import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { moduleCandidates } from '../../source/module-candidates.js';

/**
 * The real path of the file that TypeScript takes for a path: the file itself, one with another extension, or what a folder
 * stands for. Null where there is none.
 */
export function scriptAt(target: string): string | null {
  const candidates = moduleCandidates(target);
  const isInside = (path: string): boolean => path.startsWith(`${target}/`);
  const files = [target, ...candidates.filter((path) => !isInside(path))];
  const found = [...files, ...mainOf(target), ...candidates.filter(isInside)].find(isFile);
  return found === undefined ? null : realPath(found);
}

/** Paths for the file that a folder's package.json names as `main`. */
function mainOf(folder: string): string[] {
  try {
    const { main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { main?: unknown };
    if (typeof main !== 'string') return [];
    const path = join(folder, main);
    return [path, ...moduleCandidates(path)];
  } catch {
    return [];
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** As Node resolves links, so that a file has one instance by whatever link it is found. */
function realPath(file: string): string {
  return process.execArgv.includes('--preserve-symlinks') ? file : realpathSync(file);
}
