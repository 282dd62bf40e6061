import { spin, spinApart } from './spin.js';
import type { Truth } from './truth.js';

/** What a call costs besides its turns, in turns (truth/random/count-turns.ts). */
const extra = { spin: 1.5, spinApart: 4 };

/** Rows of 2 to 30 turns in a path of about 1 µs. */
export const truth: Truth = {
  whole: 200 + 480 + 280 + 47 + 4 * extra.spin + 3 * extra.spinApart,
  rows: {
    two: 2 + extra.spin,
    five: 5 + extra.spin,
    ten: 10 + extra.spin,
    thirty: 30 + extra.spin,
    'the rest': 480 + extra.spinApart,
  },
};

let x = 1;

function run(): void {
  x = spinApart(200, x);
  // #region two
  x = spin(2, x);
  // #endregion
  // #region the rest
  x = spinApart(480, x);
  // #endregion
  // #region ten
  x = spin(10, x);
  // #endregion
  x = spinApart(280, x);
  // #region thirty
  x = spin(30, x);
  // #endregion
  // #region five
  x = spin(5, x);
  // #endregion
}

export default { name: 'tiny rows', sources: ['tiny-rows.hot.ts'], run };
