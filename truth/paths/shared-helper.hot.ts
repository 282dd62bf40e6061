import { spin } from './spin.js';
import type { Truth } from './truth.js';

/** One helper that two rows call a different number of times; it is a row of its own below each. */
export const truth: Truth = {
  whole: 2000,
  rows: { small: 300, 'small/helper': 300, large: 1200, 'large/helper': 900, alone: 500 },
};

let x = 1;

function helper(turns: number): void {
  // #region helper
  x = spin(turns, x);
  // #endregion
}

function run(): void {
  // #region small
  helper(300);
  // #endregion
  // #region large
  for (let n = 0; n < 3; n++) helper(300);
  x = spin(300, x);
  // #endregion
  // #region alone
  x = spin(500, x);
  // #endregion
}

export default {
  name: 'shared helper',
  sources: ['shared-helper.hot.ts'],
  repeatable: ['small', 'large', 'alone'],
  run,
};
