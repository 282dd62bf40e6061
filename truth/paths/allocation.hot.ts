import type { Truth } from './truth.js';

/** Objects made and kept for a moment, in the ratio 1:2:4; time and bytes follow it. */
export const truth: Truth = { whole: 7, rows: { one: 1, two: 2, four: 4 }, bytes: true };

const kept: unknown[] = new Array(400);

function fill(from: number, many: number): void {
  for (let n = from; n < from + many; n++) kept[n] = { n, next: [n, many] };
}

function run(): void {
  // #region one
  fill(0, 50);
  // #endregion
  // #region two
  fill(50, 100);
  // #endregion
  // #region four
  fill(150, 200);
  // #endregion
}

export default {
  name: 'allocation',
  sources: ['allocation.hot.ts'],
  repeatable: ['one', 'two', 'four'],
  run,
};
