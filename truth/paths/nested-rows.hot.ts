import { spin } from './spin.js';
import type { Truth } from './truth.js';

/** Rows within rows; a row that runs four times, one that runs in every fourth operation, and one that never runs. */
export const truth: Truth = {
  whole: 2250,
  rows: { outer: 1400, 'outer/inner': 1000, 'outer/inner/innermost': 400, repeated: 600, sometimes: 250 },
};

let x = 1;
let turn = 0;

function run(): void {
  turn = (turn + 1) & 3;
  // #region outer
  x = spin(400, x);
  // #region inner
  x = spin(600, x);
  // #region innermost
  x = spin(400, x);
  // #endregion
  // #endregion
  // #endregion
  for (let n = 0; n < 4; n++) {
    // #region repeated
    x = spin(150, x);
    // #endregion
  }
  if (turn === 0) {
    // #region sometimes
    x = spin(1000, x);
    // #endregion
  }
  if (turn > 3) {
    // #region never
    x = spin(5000, x);
    // #endregion
  }
}

export default {
  name: 'nested rows',
  sources: ['nested-rows.hot.ts'],
  repeatable: ['outer', 'inner', 'innermost', 'repeated', 'sometimes'],
  run,
};
