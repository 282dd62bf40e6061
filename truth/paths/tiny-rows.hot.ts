import { spin } from './spin.js';
import type { Truth } from './truth.js';

/** Rows of 2 to 30 turns in a path of about 1 µs. */
export const truth: Truth = {
  whole: 1047,
  rows: { two: 2, five: 5, ten: 10, thirty: 30, 'the rest': 500 },
};

let x = 1;

function run(): void {
  x = spin(200, x);
  // #region two
  x = spin(2, x);
  // #endregion
  // #region the rest
  x = spin(500, x);
  // #endregion
  // #region ten
  x = spin(10, x);
  // #endregion
  x = spin(300, x);
  // #region thirty
  x = spin(30, x);
  // #endregion
  // #region five
  x = spin(5, x);
  // #endregion
}

export default { name: 'tiny rows', sources: ['tiny-rows.hot.ts'], run };
