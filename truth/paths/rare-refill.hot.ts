import { spin } from './spin.js';
import type { Truth } from './truth.js';

/** A row whose every 64th execution is a hundred times more expensive, like a cache that refills. */
export const truth: Truth = {
  whole: (63 * 100 + 10_000) / 64 + 500,
  rows: { refill: (63 * 100 + 10_000) / 64, always: 500 },
};

let x = 1;
let turn = 0;

function run(): void {
  turn = (turn + 1) & 63;
  // #region refill
  x = spin(turn === 0 ? 10_000 : 100, x);
  // #endregion
  // #region always
  x = spin(500, x);
  // #endregion
}

export default {
  name: 'rare refill',
  sources: ['rare-refill.hot.ts'],
  repeatable: ['refill', 'always'],
  run,
};
