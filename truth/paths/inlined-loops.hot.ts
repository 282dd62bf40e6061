import { spin } from './spin.js';
import type { Truth } from './truth.js';

/** Six loops that the compiler inlines into one function. */
export const truth: Truth = {
  whole: 800,
  rows: {
    'turns 20': 20,
    'turns 50': 50,
    'turns 100': 100,
    'turns 200': 200,
    'turns 400': 400,
    'turns 30': 30,
  },
};

let x = 1;

function run(): void {
  // #region turns 20
  x = spin(20, x);
  // #endregion
  // #region turns 50
  x = spin(50, x);
  // #endregion
  // #region turns 100
  x = spin(100, x);
  // #endregion
  // #region turns 200
  x = spin(200, x);
  // #endregion
  // #region turns 400
  x = spin(400, x);
  // #endregion
  // #region turns 30
  x = spin(30, x);
  // #endregion
}

const names = Object.keys(truth.rows);

export default { name: 'inlined loops', sources: ['inlined-loops.hot.ts'], repeatable: names, run };
