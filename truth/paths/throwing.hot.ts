import { spin } from './spin.js';
import type { Truth } from './truth.js';

/** A row that is left by an exception on every tenth call; what is thrown is a number, which costs next to nothing to make. */
export const truth: Truth = { whole: 5000, rows: { throws: 3000, after: 2000 } };

let x = 1;
let turn = 0;

function fails(): void {
  // #region throws
  x = spin(3000, x);
  if (turn === 0) throw x;
  // #endregion
}

function run(): void {
  turn = (turn + 1) % 10;
  try {
    fails();
  } catch {
    turn = 0;
  }
  // #region after
  x = spin(2000, x);
  // #endregion
}

export default { name: 'throwing', sources: ['throwing.hot.ts'], repeatable: ['after'], run };
