import { basename, relative } from 'node:path';
import { isMadeFile } from '../../model/text/made-file.js';

/**
 * A path as its user would write it: relative to the folder when it is below it. The file of a function made from text, which ends with
 * the session, has its name only.
 */
export function shownPath(file: string, folder: string): string {
  if (isMadeFile(file)) return basename(file);
  const near = relative(folder, file);
  return near === '' || near.startsWith('..') ? file : near;
}

/** Like `shownPath`; what is not an absolute path (node:fs, URLs) stays as it is. */
export function placeIn(folder: string): (place: string) => string {
  return (place) => (place.startsWith('/') ? shownPath(place, folder) : place);
}
