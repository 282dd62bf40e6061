import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Change } from './fapilog-changes.js';

/** What a copy needs beside fapilog's sources. */
const copied = ['packages/fapilog/package.json', 'packages/fapilog/src', 'subjects'];

/**
 * Copies fapilog and its subjects into a folder of the repository (`root`), where their packages are found, and changes the copy; gives
 * its folder. Throws where an edit does not fit the sources any more.
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
      throw new Error(`the change "${name}": ${file} holds ${parts.length - 1} times: ${from}`);
    writeFileSync(path, parts.join(to));
  }
  return folder;
}
