import { fileURLToPath } from 'node:url';
import { shownPath } from './write-profile.js';

/** file:line(function), below the folder relative to it, as cProfile writes it. */
export function placeText(
  { name, file, line }: { readonly name: string; readonly file: string; readonly line: number },
  folder: string,
): string {
  const called = name || 'anonymous';
  if (file === '') return called;
  const path = file.startsWith('file:') ? fileURLToPath(file) : file;
  return `${path.startsWith('/') ? shownPath(path, folder) : path}${line > 0 ? `:${line}` : ''}(${called})`;
}
