import { spinApart as spin } from './spin.js';
import type { Truth } from './truth.js';

/** Chained rows of which one holds another, one is in a loop, one in a branch, and one in a called function. */
export const truth: Truth = {
  whole: 800,
  rows: { outer: 320, 'outer/inner': 200, repeated: 160, conditional: 200, called: 120 },
};

let x = 1;
let turn = 0;

function called(): void {
  // #region called
  x = spin(120, x);
  // #endregion
}

function run(): void {
  turn ^= 1;
  // #region outer
  x = spin(120, x);
  // #region inner
  x = spin(200, x);
  // #endregion
  // #endregion
  for (let n = 0; n < 4; n++) {
    // #region repeated
    x = spin(40, x);
    // #endregion
  }
  if (turn === 0) {
    // #region conditional
    x = spin(400, x);
    // #endregion
  }
  called();
}

export default { name: 'chained rows', sources: ['chained-rows.hot.ts'], run };
