import { spin } from './spin.js';
import type { Truth } from './truth.js';

/** Rows across `await` and in a generator that is resumed between others. */
export const truth: Truth = {
  whole: 20_000,
  rows: { 'before and behind': 8000, 'generator steps': 6000, plain: 6000 },
};

let x = 1;

function* steps(): Generator<number> {
  for (let n = 0; n < 3; n++) {
    // #region generator steps
    x = spin(2000, x);
    // #endregion
    yield x;
  }
}

async function across(): Promise<void> {
  // #region before and behind
  x = spin(5000, x);
  await null;
  x = spin(3000, x);
  // #endregion
}

async function run(): Promise<void> {
  await across();
  const stepping = steps();
  for (let n = 0; n < 3; n++) {
    stepping.next();
    // #region plain
    x = spin(2000, x);
    // #endregion
  }
}

export default {
  name: 'suspended',
  sources: ['suspended.hot.ts'],
  repeatable: ['generator steps', 'plain'],
  run,
};
