import { spin } from './spin.js';
import type { Truth } from './truth.js';

/** Rows of 10 to 30 ns in a path of 10 µs. */
export const truth: Truth = {
  whole: 9060,
  rows: { ten: 10, twenty: 20, thirty: 30, 'the rest': 9000 },
};

let x = 1;

function run(): void {
  // #region ten
  x = spin(10, x);
  // #endregion
  // #region the rest
  x = spin(9000, x);
  // #endregion
  // #region twenty
  x = spin(20, x);
  // #endregion
  // #region thirty
  x = spin(30, x);
  // #endregion
}

export default {
  name: 'short rows',
  sources: ['short-rows.hot.ts'],
  repeatable: ['ten', 'twenty', 'thirty'],
  run,
};
