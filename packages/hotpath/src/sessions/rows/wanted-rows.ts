import type { Session } from '../session.js';
import { chooseRows } from './choose-rows.js';
import type { FindPlaces, WantedRows } from './find-places.js';

/**
 * Which rows of a path are wanted.
 *
 * | value | rows |
 * |---|---|
 * | named | those that its sources mark and its specification names |
 * | auto | those that hotpath chooses |
 * | either | the named ones, and where none of them runs the chosen ones |
 * | both | the named ones and the chosen ones |
 * | a function | those that it finds |
 */
export type RowsWanted = 'named' | 'auto' | 'either' | 'both' | FindPlaces;

export function wantedRows(rows: RowsWanted = 'either', session: Session): WantedRows {
  if (typeof rows === 'function') return { findPlaces: rows };
  const choosePlaces: WantedRows['choosePlaces'] = (found) => chooseRows(found, session);
  switch (rows) {
    case 'named':
      return {};
    case 'auto':
      return { findPlaces: withoutRows, choosePlaces };
    case 'either':
      return { choosePlaces };
    case 'both':
      return { choosePlaces, alwaysChoose: true };
  }
}

/** No rows. */
export const withoutRows: FindPlaces = () => ({ places: [], foldMarks: [] });
