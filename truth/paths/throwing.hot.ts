import { spinApart } from './spin.js';
import type { Truth } from './truth.js';

/** A row that an exception leaves in every tenth call. It throws a number, which costs almost nothing to make. */
export const truth: Truth = { whole: 50_000, rows: { throws: 30_000, after: 20_000 } };

let x = 1;
let turn = 0;

function fails(): void {
  // #region throws
  x = spinApart(30_000, x);
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
  x = spinApart(20_000, x);
  // #endregion
}

export default { name: 'throwing', sources: ['throwing.hot.ts'], repeatable: ['after'], run };
