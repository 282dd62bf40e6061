import { spinApart } from './spin.js';
import type { Truth } from './truth.js';

/**
 * Rows in generators: two that alternate, one that delegates with `yield*`, and three that are left early: by `break`, by `return()`,
 * and for good, without being resumed.
 */
export const truth: Truth = {
  whole: 160_000,
  rows: {
    steps: 48_000,
    delegating: 40_000,
    'delegating/delegated': 24_000,
    'left by break': 16_000,
    'left by return': 24_000,
    'never resumed': 8_000,
  },
};

let x = 1;

function* steps(turns: number): Generator<number> {
  // #region steps
  x = spinApart(turns, x);
  yield x;
  x = spinApart(turns, x);
  yield x;
  // #endregion
}

function* delegated(): Generator<number, number> {
  // #region delegated
  x = spinApart(8_000, x);
  yield x;
  x = spinApart(16_000, x);
  // #endregion
  return x;
}

function* delegating(): Generator<number, number> {
  // #region delegating
  x = yield* delegated();
  x = spinApart(16_000, x);
  yield* [1, 2];
  // #endregion
  return x;
}

function* endless(): Generator<number> {
  for (;;) {
    // #region left by break
    x = spinApart(8_000, x);
    yield x;
    // #endregion
  }
}

function* closed(): Generator<number> {
  // #region left by return
  x = spinApart(8_000, x);
  try {
    yield x;
  } finally {
    x = spinApart(16_000, x);
  }
  // #endregion
}

function* forgotten(): Generator<number> {
  // #region never resumed
  x = spinApart(8_000, x);
  yield x;
  // #endregion
}

function run(): void {
  const [one, other] = [steps(8_000), steps(16_000)];
  one.next();
  other.next();
  one.next();
  other.next();
  one.next();
  other.next();
  for (const _ of delegating()) x = spinApart(4_000, x);
  let left = 2;
  for (const _ of endless()) if (--left === 0) break;
  const [first, second] = [closed(), forgotten()];
  first.next();
  second.next();
  x = spinApart(12_000, x);
  first.return(0);
}

export default { name: 'generators', sources: ['generators.hot.ts'], run };
