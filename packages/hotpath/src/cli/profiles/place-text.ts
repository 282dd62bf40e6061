import { fileURLToPath } from 'node:url';
import { placeIn } from '../files/shown-path.js';

/** A function as file:line(function), in the style of cProfile. Paths below the folder are relative to it. */
export function placeText(
  { name, file, line }: { readonly name: string; readonly file: string; readonly line: number },
  folder: string,
): string {
  const called = name || 'anonymous';
  if (file === '') return called;
  const path = file.startsWith('file:') ? fileURLToPath(file) : file;
  return `${placeIn(folder)(path)}${line > 0 ? `:${line}` : ''}(${called})`;
}
