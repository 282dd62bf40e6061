import type { Truth } from './truth.js';

/** Objects that are made and kept for a short time, in the ratio 1:2:4. Time and bytes have the same ratio. */
export const truth: Truth = { whole: 7, rows: { one: 1, two: 2, four: 4 }, bytes: true };

const kept: unknown[] = new Array(400);

/** Makes fifty objects. Any other cost of a call has the same ratio. */
function fill(part: number): void {
  for (let n = 50 * part; n < 50 * part + 50; n++) kept[n] = { n, next: [n, part] };
}

function run(): void {
  // #region one
  fill(0);
  // #endregion
  // #region two
  for (let part = 1; part < 3; part++) fill(part);
  // #endregion
  // #region four
  for (let part = 3; part < 7; part++) fill(part);
  // #endregion
}

export default {
  name: 'allocation',
  sources: ['allocation.hot.ts'],
  repeatable: ['one', 'two', 'four'],
  run,
};
