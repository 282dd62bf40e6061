import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from './fapilog-changes.js';

/** The files of a copy: fapilog's sources and the subjects. */
const copied = ['packages/fapilog/package.json', 'packages/fapilog/src', 'subjects'];

/**
 * Copies fapilog and its subjects into a folder of the repository (`root`), where Node finds their packages, and edits
 * the copy; gives its folder. Throws where an edit no longer fits the sources.
 */
export function carryOut(
  { name, edits }: Pick<Change, 'name' | 'edits'>,
  root: string,
  folder: string,
): string {
  mkdirSync(folder, { recursive: true });
  for (const part of copied)
    cpSync(join(root, part), join(folder, part), {
      recursive: true,
      filter: (file) => !file.includes('node_modules') && !file.endsWith('/dist'),
    });
  for (const { file, from, to } of edits) {
    const path = join(folder, 'packages/fapilog/src', file);
    const parts = readFileSync(path, 'utf8').split(from);
    if (parts.length !== 2)
      throw new Error(
        `the change "${name}" expects this text once in ${file}, which holds it ${parts.length - 1} times: ${from}`,
      );
    writeFileSync(path, parts.join(to));
  }
  return folder;
}
