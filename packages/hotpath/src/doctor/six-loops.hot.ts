/** The path of `hotpath doctor`: six loops of known lengths, each of which needs the result of the one before. */
let x = 1;

/** `turns` steps, of which each waits for the one before; ten at a time, so that the loop's end is predicted. */
function spin(turns: number, seed: number): number {
  let value = seed;
  for (let turn = 0; turn < turns; turn += 10) {
    value = (Math.imul(value, 1664525) + 1013904223) | 0;
    value = (Math.imul(value, 1664525) + 1013904223) | 0;
    value = (Math.imul(value, 1664525) + 1013904223) | 0;
    value = (Math.imul(value, 1664525) + 1013904223) | 0;
    value = (Math.imul(value, 1664525) + 1013904223) | 0;
    value = (Math.imul(value, 1664525) + 1013904223) | 0;
    value = (Math.imul(value, 1664525) + 1013904223) | 0;
    value = (Math.imul(value, 1664525) + 1013904223) | 0;
    value = (Math.imul(value, 1664525) + 1013904223) | 0;
    value = (Math.imul(value, 1664525) + 1013904223) | 0;
  }
  return value;
}

function run(): void {
  // #region 20 turns
  x = spin(20, x);
  // #endregion
  // #region 200 turns
  x = spin(200, x);
  // #endregion
  // #region 50 turns
  x = spin(50, x);
  // #endregion
  // #region 100 turns
  x = spin(100, x);
  // #endregion
  // #region 400 turns
  x = spin(400, x);
  // #endregion
  // #region 30 turns
  x = spin(30, x);
  // #endregion
}

export default { name: 'six loops', run };
