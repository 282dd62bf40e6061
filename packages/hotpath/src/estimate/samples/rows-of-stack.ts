import type { Plan } from '../../model/measurement/plan.js';
import type { Row } from '../../model/path/row.js';
import { driverName, type Frame } from '../../model/profiles/stack-sample.js';

/** A row that a stack is inside, and the frame that runs it. */
export interface EnteredRow {
  readonly row: Row;
  /** Index into the frames. */
  readonly frame: number;
}

/**
 * Cuts a stack to the path's part, innermost frame first: everything that the measuring loop called. A continuation after an `await`
 * has no loop below it; it belongs to the path if a file of the path is in it. Null where nothing belongs to the path.
 */
export function pathFrames({ path, async }: Plan): (frames: readonly Frame[]) => readonly Frame[] | null {
  const loaded = new Set(path.loaded);
  return (frames) => {
    const loop = frames.findLastIndex(({ name }) => name === driverName);
    if (loop !== -1) return frames.slice(0, loop);
    return async && frames.some(({ file }) => loaded.has(file)) ? frames : null;
  };
}

/**
 * Finds the rows that a stack is inside, outermost first, by the lines of its frames. A continuation after an `await` does not have its
 * callers on the stack, so there the only row of a place stands for the rows around it too.
 */
export function rowFinder(plan: Plan): (frames: readonly Frame[]) => EnteredRow[] {
  const rowBelow = rowsBelow(plan.rows);
  const wayDown = plan.async ? onlyWays(plan.rows) : () => [];
  const placesAround = placesByLine(plan.places);
  return (frames) => {
    const entered: EnteredRow[] = [];
    for (let frame = frames.length - 1; frame >= 0; frame--) {
      for (const place of placesAround(frames[frame] as Frame)) {
        const row = rowBelow(entered.at(-1)?.row.node ?? pathNode, place);
        const way = row ? [row] : wayDown(place);
        for (const each of way)
          if (!entered.some((one) => one.row === each)) entered.push({ row: each, frame });
      }
    }
    return entered;
  };
}

/** The rows around the only row of a place and that row, outermost first; none where the place is several rows. */
function onlyWays(rows: readonly Row[]): (place: number) => readonly Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (place) => {
    const own = rows.filter((row) => row.place === place);
    const way: Row[] = [];
    for (let at = own.length === 1 ? own[0] : undefined; at; at = byId.get(at.parent ?? '')) way.unshift(at);
    return way;
  };
}

/** Whether a row, or one inside it, has a place that is several rows. In a continuation it is not known which one is meant. */
export function isAmbiguous({ id }: Row, { rows, async }: Plan): boolean {
  const inside = rows.filter((row) => row.id === id || row.id.startsWith(`${id}/`));
  return async && inside.some(({ place }) => rows.filter((row) => row.place === place).length > 1);
}

/** The call-tree node of the path itself. */
const pathNode = 0;

/** The row of a place directly below a call-tree node, if there is one. */
type RowBelow = (parentNode: number, place: number) => Row | undefined;

function rowsBelow(rows: readonly Row[]): RowBelow {
  const nodes = new Map(rows.map(({ id, node }) => [id, node]));
  const below = new Map<number, Map<number, Row>>();
  for (const row of rows) {
    const parent = row.parent === null ? pathNode : (nodes.get(row.parent) ?? pathNode);
    const siblings = below.get(parent) ?? new Map<number, Row>();
    below.set(parent, siblings.set(row.place, row));
  }
  return (parentNode, place) => below.get(parentNode)?.get(place);
}

/** The places around a frame's line, longest first. */
function placesByLine(places: Plan['places']): (frame: Frame) => number[] {
  const indexed = places.map((place, index) => ({ ...place, index, lines: place.endLine - place.line }));
  return ({ file, line }) =>
    indexed
      .filter((place) => place.file === file && place.line <= line && line <= place.endLine)
      .sort((a, b) => b.lines - a.lines)
      .map(({ index }) => index);
}
