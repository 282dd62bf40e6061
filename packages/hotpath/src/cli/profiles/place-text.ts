import { scriptFile } from '../../model/text/script-file.js';
import { placeIn } from '../files/shown-path.js';

/** A function as file:line(function), in the style of cProfile. Paths below the folder are relative to it. */
export function placeText(
  { name, file, line }: { readonly name: string; readonly file: string; readonly line: number },
  folder: string,
): string {
  const called = name || 'anonymous';
  if (file === '') return called;
  return `${placeIn(folder)(scriptFile(file))}${line > 0 ? `:${line}` : ''}(${called})`;
}
