import { Readable } from 'node:stream';
import { spinApart } from './spin.js';
import type { Truth } from './truth.js';

/**
 * Rows across asynchronous iteration, two requests at once: `for await` over an async generator with a row of its own, over an array and
 * over a stream, `yield*` in an async generator, an async iterator that is left by `break`, and a race whose loser goes on.
 */
export const truth: Truth = {
  whole: 2_112_000,
  rows: {
    reading: 512_000,
    'reading/producing': 384_000,
    collecting: 192_000,
    streaming: 256_000,
    leaving: 256_000,
    racing: 448_000,
    'racing/winner': 128_000,
    'racing/loser': 256_000,
  },
};

let x = 1;

async function* producing(): AsyncGenerator<number> {
  // #region producing
  for (let n = 0; n < 3; n++) {
    x = spinApart(32_000, x);
    await null;
    x = spinApart(32_000, x);
    yield n;
  }
  // #endregion
}

async function* passing(): AsyncGenerator<number> {
  yield* producing();
}

const counting: AsyncIterable<number> = {
  [Symbol.asyncIterator]: () => {
    let n = 0;
    return {
      next: async () => ({ done: false, value: n++ }),
      return: async () => ({ done: true, value: undefined }),
    };
  },
};

async function winner(): Promise<number> {
  // #region winner
  x = spinApart(64_000, x);
  // #endregion
  return 1;
}

async function loser(): Promise<number> {
  // #region loser
  x = spinApart(64_000, x);
  await null;
  await null;
  x = spinApart(64_000, x);
  // #endregion
  return 2;
}

async function handle(): Promise<void> {
  // #region reading
  for await (const n of passing()) x = spinApart(n === 0 ? 64_000 : 0, x);
  // #endregion
  // #region collecting
  for await (const turns of [32_000, Promise.resolve(64_000)]) x = spinApart(turns, x);
  // #endregion
  // #region streaming
  for await (const turns of Readable.from([32_000, 96_000])) x = spinApart(turns as number, x);
  // #endregion
  // #region leaving
  for await (const n of counting) {
    x = spinApart(32_000, x);
    if (n === 3) break;
  }
  // #endregion
  // #region racing
  const slow = loser();
  await Promise.race([slow, winner()]);
  x = spinApart(32_000, x);
  await slow;
  // #endregion
  queueMicrotask(() => {
    x = spinApart(64_000, x);
  });
  await null;
  x = spinApart(160_000, x);
}

async function run(): Promise<void> {
  await Promise.all([handle(), handle()]);
}

export default { name: 'async iteration', sources: ['async-iteration.hot.ts'], run };
