import { spinApart } from './spin.js';
import type { Truth } from './truth.js';

/** Three requests at the same time. Each has rows across `await`, and a helper that runs below both rows. */
export const truth: Truth = {
  whole: 240_000,
  rows: { parse: 96_000, 'parse/tally': 48_000, reply: 144_000, 'reply/tally': 24_000 },
};

let x = 1;

function tally(turns: number): void {
  // #region tally
  x = spinApart(turns, x);
  // #endregion
}

async function load(turns: number): Promise<void> {
  await null;
  x = spinApart(turns, x);
}

async function handle(): Promise<void> {
  // #region parse
  x = spinApart(16_000, x);
  await null;
  tally(16_000);
  // #endregion
  // #region reply
  await load(24_000);
  x = spinApart(16_000, x);
  await null;
  tally(8_000);
  // #endregion
}

async function run(): Promise<void> {
  await Promise.all([handle(), handle(), handle()]);
}

export default { name: 'concurrent', sources: ['concurrent.hot.ts'], run };
