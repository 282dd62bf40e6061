import { spinApart } from './spin.js';
import type { Truth } from './truth.js';

/** Off-CPU waits of 2 and 6 ms, to which the system adds some 0.06 ms each, and work of some 0.2 ms. */
export const truth: Truth = { whole: 8.32, rows: { short: 2.06, long: 6.06, work: 0.2 } };

const never = new Int32Array(new SharedArrayBuffer(4));
let x = 1;

function run(): void {
  // #region short
  Atomics.wait(never, 0, 0, 2);
  // #endregion
  // #region work
  x = spinApart(184_000, x);
  // #endregion
  // #region long
  Atomics.wait(never, 0, 0, 6);
  // #endregion
}

export default { name: 'waiting', sources: ['waiting.hot.ts'], run };
