import { relative } from 'node:path';

/** A path as its user would write it: relative to the folder when it is below it. */
export function shownPath(file: string, folder: string): string {
  const near = relative(folder, file);
  return near === '' || near.startsWith('..') ? file : near;
}

/** Like `shownPath`; what is not an absolute path (node:fs, URLs) stays as it is. */
export function placeIn(folder: string): (place: string) => string {
  return (place) => (place.startsWith('/') ? shownPath(place, folder) : place);
}
