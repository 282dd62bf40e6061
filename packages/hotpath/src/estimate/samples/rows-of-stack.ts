import type { Plan } from '../../model/measurement/plan.js';
import type { Row } from '../../model/path/row.js';
import { driverName, type Frame } from '../../model/profiles/stack-sample.js';

/** A row in which a stack is, and the frame that runs it. */
export interface EnteredRow {
  readonly row: Row;
  /** Index into the frames. */
  readonly frame: number;
}

/**
 * The part of a stack that is the path's, innermost frame first: what the measuring loop called. What goes on behind an
 * `await` has no loop below it; it is the path's where code of the path is in it. Null where nothing is.
 */
export function pathFrames({ path, async }: Plan): (frames: readonly Frame[]) => readonly Frame[] | null {
  const loaded = new Set(path.loaded);
  return (frames) => {
    const loop = frames.findLastIndex(({ name }) => name === driverName);
    if (loop !== -1) return frames.slice(0, loop);
    return async && frames.some(({ file }) => loaded.has(file)) ? frames : null;
  };
}

/** Finds the rows in which a stack is, outermost first, by the lines on which its frames are. */
export function rowFinder({ places, rows }: Plan): (frames: readonly Frame[]) => EnteredRow[] {
  const nodeOfRow = new Map(rows.map((row) => [row.id, row.node]));
  const below = new Map(
    rows.map((row) => [`${row.parent === null ? 0 : nodeOfRow.get(row.parent)}/${row.place}`, row]),
  );
  const length = (index: number): number => {
    const place = places[index];
    return place ? place.endLine - place.line : 0;
  };
  const around = ({ file, line }: Frame): number[] =>
    [...places.keys()]
      .filter((index) => {
        const place = places[index];
        return place?.file === file && place.line <= line && line <= place.endLine;
      })
      .sort((a, b) => length(b) - length(a));
  return (frames) => {
    const entered: EnteredRow[] = [];
    for (let frame = frames.length - 1; frame >= 0; frame--) {
      for (const place of around(frames[frame] as Frame)) {
        const row = below.get(`${entered.at(-1)?.row.node ?? 0}/${place}`);
        if (row) entered.push({ row, frame });
      }
    }
    return entered;
  };
}
