import stringWidth from 'string-width';
import { wrapName } from '../../text/wrap.js';
import type { TreeName } from './name-tree.js';

/** What a table's cell holds: a text, or a name in a tree. */
export type Cell = string | TreeName;

/** Terminal cells that a cell takes in one line. */
export function cellWidth(cell: Cell): number {
  return typeof cell === 'string' ? stringWidth(cell) : stringWidth(cell.first) + stringWidth(cell.name);
}

/** The fewest terminal cells in which a cell is readable. */
export function leastWidth(cell: Cell, least: number): number {
  const prefix = typeof cell === 'string' ? 0 : stringWidth(cell.further);
  return Math.min(cellWidth(cell), prefix + least);
}

/** A cell in lines of at most `width` terminal cells; nothing of it is cut off. */
export function cellLines(cell: Cell, width: number): string[] {
  const { name, first, further } = typeof cell === 'string' ? plain(cell) : cell;
  const lines = wrapName(name, width - stringWidth(further), width - stringWidth(first));
  return lines.map((line, index) => `${index === 0 ? first : further}${line}`);
}

/** A text that is in no tree; its further lines are indented. */
function plain(name: string): TreeName {
  return { name, first: '', further: '  ' };
}

/**
 * Places (file:line, with or without a function) in lines of at most `width` terminal cells. A place that is too long loses
 * leading folders, unless another place would then read the same; otherwise it is wrapped.
 */
export function placeLines(places: readonly string[], width: number): string[][] {
  const shortened = places.map((place) => shortPlace(place, width));
  const sources = new Map<string, Set<string>>();
  for (const [index, short] of shortened.entries()) {
    if (short !== null) sources.set(short, (sources.get(short) ?? new Set()).add(places[index] as string));
  }
  return places.map((place, index) => {
    const short = shortened[index] ?? null;
    return short !== null && sources.get(short)?.size === 1 ? [short] : cellLines(place, width);
  });
}

/** A place with as many of its folders as fit; null where not even its file fits. */
function shortPlace(place: string, width: number): string | null {
  if (stringWidth(place) <= width) return place;
  const call = place.indexOf('(');
  const path = call < 0 ? place : place.slice(0, call);
  for (let at = path.indexOf('/', 1); at > 0; at = path.indexOf('/', at + 1)) {
    const short = `…${place.slice(at)}`;
    if (stringWidth(short) <= width) return short;
  }
  return null;
}
