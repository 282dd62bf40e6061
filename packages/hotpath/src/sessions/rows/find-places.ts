import type { ChosenRows } from '../../model/path/chosen-rows.js';
import type { HotPath } from '../../model/path/path.js';
import type { RowPlace } from '../../model/path/row.js';
import type { FoundPath } from '../../plan/forks/found-path.js';
import type { FoundRows } from '../../spec/find-rows.js';

/** Decides which places of a path are rows. */
export type FindPlaces = (path: HotPath) => FoundRows;

/** Chooses places for rows of a path that names none. */
export type ChoosePlaces = (found: FoundPath) => Promise<Chosen>;

/** Places for rows, and how they were chosen. */
export interface Chosen {
  readonly places: readonly RowPlace[];
  readonly chosen: ChosenRows;
}

/** Which rows of a path are wanted: those of `findPlaces`, and where none of them ran those of `choosePlaces`, if there is one. */
export interface WantedRows {
  readonly findPlaces?: FindPlaces | undefined;
  readonly choosePlaces?: ChoosePlaces | undefined;
  /** Whether places are chosen also where some ran; left out: they are not. */
  readonly alwaysChoose?: boolean;
}
