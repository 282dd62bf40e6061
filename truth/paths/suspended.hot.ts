import { spinApart } from './spin.js';
import type { Truth } from './truth.js';

/** Rows across `await`, and in a generator that is resumed between other rows. */
export const truth: Truth = {
  whole: 80_000,
  rows: { 'before and after': 32_000, 'generator steps': 24_000, plain: 24_000 },
};

let x = 1;

function* steps(): Generator<number> {
  for (let n = 0; n < 3; n++) {
    // #region generator steps
    x = spinApart(8_000, x);
    // #endregion
    yield x;
  }
}

async function across(): Promise<void> {
  // #region before and after
  x = spinApart(20_000, x);
  await null;
  x = spinApart(12_000, x);
  // #endregion
}

async function run(): Promise<void> {
  await across();
  const stepping = steps();
  for (let n = 0; n < 3; n++) {
    stepping.next();
    // #region plain
    x = spinApart(8_000, x);
    // #endregion
  }
}

export default {
  name: 'suspended',
  sources: ['suspended.hot.ts'],
  repeatable: ['generator steps', 'plain'],
  run,
};
