import { afterAll, describe, expect, it } from 'vitest';
import { createWorkspace, hotpath, type Workspace } from '../support/workspace.js';

interface Row {
  readonly id: string;
  readonly share: number;
  readonly calls: number;
  readonly inclusive: { readonly mean: number };
  readonly waiting: { readonly mean: number } | null;
}

const spin = `
function spin(turns, x) {
  for (let i = 0; i < turns; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;
  return x;
}
let x = 1;`;

/** Too large to be inlined: a loop in a function that suspends changes its speed when V8 optimises that. */
const spinApart = `
function spinApart(turns, x) {
  for (let i = 0; i < turns; i += 50) {
    ${'x = (Math.imul(x, 1664525) + 1013904223) | 0;'.repeat(50)}
  }
  return x;
}`;

const folders: Workspace[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

/** Measures a path given as JavaScript that defines `run`; rows by id. */
async function measured(code: string): Promise<{ rows: Map<string, Row>; explained: number }> {
  const folder = createWorkspace({
    'path.hot.mjs': `${spin}\n${code}\nexport default { name: 'truth', run };\n`,
  });
  folders.push(folder);
  const {
    code: exit,
    out,
    err,
  } = await hotpath(folder.folder, ['run', '--quick', '--json', '-', 'path.hot.mjs']);
  expect([exit, err]).toEqual([0, '']);
  const { ledger } = JSON.parse(out);
  return { rows: new Map(ledger.rows.map((row: Row) => [row.id, row])), explained: ledger.explained };
}

function regions(turns: readonly number[]): string {
  const marked = turns.map(
    (count) => `// #region turns ${count}\n// hotpath: repeatable\nx = spin(${count}, x);\n// #endregion`,
  );
  return `function run() {\n${marked.join('\n')}\n}`;
}

/** The largest difference between a row's share and its share of the turns, in points. */
async function worstError(turns: readonly number[]): Promise<number> {
  const { rows } = await measured(regions(turns));
  const all = turns.reduce((sum, count) => sum + count, 0);
  const errors = turns.map((count) =>
    Math.abs((rows.get(`turns ${count}`)?.share ?? Number.NaN) - count / all),
  );
  return 100 * Math.max(...errors);
}

/*
 * Chained integer loops of known length. A clock pair hides up to some 15 ns of itself in a loop whose every
 * instruction waits for the one before it, a loop around it adds 4 (docs/adr/0005); reconciled, a row is some
 * 10 ns off at most, 1.2 points of a path of 870 ns. The margins add as much again for a loaded machine.
 */
describe('the shares of loops of known length are found', () => {
  it('on a path of 0.9 µs', async () => {
    expect(await worstError([20, 50, 100, 200, 400, 30])).toBeLessThan(2.5);
  });

  it('on a path of 9 µs', async () => {
    expect(await worstError([200, 500, 1000, 2000, 4000, 300])).toBeLessThan(1.5);
  });
});

describe('rows of known cost are found', () => {
  it('where one helper is called from several rows, one of them in a loop', async () => {
    const { rows } = await measured(`
      function helper(turns) {
        // #region helper
        x = spin(turns, x);
        // #endregion
      }
      function run() {
        // #region a
        helper(900);
        // #endregion
        // #region b
        for (let n = 0; n < 3; n++) helper(900);
        // #endregion
        // #region c
        x = spin(900, x);
        // #endregion
      }`);
    const unit = rows.get('c')?.inclusive.mean ?? Number.NaN;
    expect([rows.get('a/helper')?.calls, rows.get('b/helper')?.calls]).toEqual([1, 3]);
    expect(rows.get('a/helper')?.inclusive.mean).toBeGreaterThan(0.8 * unit);
    expect(rows.get('a/helper')?.inclusive.mean).toBeLessThan(1.2 * unit);
    expect(rows.get('b/helper')?.inclusive.mean).toBeGreaterThan(2.5 * unit);
    expect(rows.get('b/helper')?.inclusive.mean).toBeLessThan(3.5 * unit);
  });

  it('where every 64th execution is a hundred times dearer, and where a row runs for one operation in four', async () => {
    const { rows } = await measured(`
      let turn = 0;
      function run() {
        turn = (turn + 1) & 63;
        // #region refill
        x = spin(turn === 0 ? 10_000 : 100, x);
        // #endregion
        if (turn % 4 === 0) {
          // #region sometimes
          x = spin(1018, x);
          // #endregion
        }
        // #region always
        x = spin(1000, x);
        // #endregion
      }`);
    // (63 × 100 + 10,000) / 64 = 254.7 turns, and 1018 / 4 = 254.5.
    const unit = (rows.get('always')?.inclusive.mean ?? Number.NaN) / 1000;
    expect(rows.get('sometimes')?.calls).toBeCloseTo(0.25, 9);
    for (const id of ['refill', 'sometimes']) {
      expect((rows.get(id)?.inclusive.mean ?? Number.NaN) / unit).toBeGreaterThan(200);
      expect((rows.get(id)?.inclusive.mean ?? Number.NaN) / unit).toBeLessThan(310);
    }
  });

  it('where a row calls itself, and where it throws', async () => {
    const { rows } = await measured(`
      function down(depth) {
        // #region down
        x = spin(300, x);
        if (depth > 0) down(depth - 1);
        // #endregion
      }
      function fails() {
        // #region fails
        x = spin(3000, x);
        throw x;
        // #endregion
      }
      function run() {
        down(3);
        try { fails(); } catch {}
        // #region reference
        x = spin(1200, x);
        // #endregion
      }`);
    const reference = rows.get('reference')?.inclusive.mean ?? Number.NaN;
    expect(rows.get('down')?.calls).toBe(1);
    expect((rows.get('down')?.inclusive.mean ?? Number.NaN) / reference).toBeGreaterThan(0.75);
    expect((rows.get('down')?.inclusive.mean ?? Number.NaN) / reference).toBeLessThan(1.35);
    // The throw itself costs microseconds, and a \`try\` in a loop's function makes the loop slower: at least its turns.
    expect((rows.get('fails')?.inclusive.mean ?? Number.NaN) / reference).toBeGreaterThan(2);
  });

  it('where operations are under way at once: rows neither mix nor overlap', async () => {
    const { rows } = await measured(`
      ${spinApart}
      function helper(turns) {
        // #region helper
        x = spinApart(turns, x);
        // #endregion
      }
      function burn(turns) {
        x = spinApart(turns, x);
      }
      async function handle() {
        // #region a
        await null;
        helper(12_000);
        // #endregion
        // #region b
        burn(12_000);
        await null;
        helper(24_000);
        // #endregion
      }
      async function run() {
        await Promise.all([handle(), handle(), handle()]);
      }`);
    expect([...rows.keys()]).toEqual(['a', 'a/helper', 'b', 'b/helper', 'garbage collection']);
    expect([rows.get('a')?.calls, rows.get('b/helper')?.calls]).toEqual([3, 3]);
    const time = (id: string): number => rows.get(id)?.inclusive.mean ?? Number.NaN;
    // One piece of code, twice as long; `a` is nothing besides, and three at once take no longer than they run.
    expect(time('b/helper') / time('a/helper')).toBeGreaterThan(1.3);
    expect(time('b/helper') / time('a/helper')).toBeLessThan(3);
    expect(time('a') / time('a/helper')).toBeGreaterThan(0.65);
    expect(time('a') / time('a/helper')).toBeLessThan(1.5);
    expect(time('b') / time('b/helper')).toBeGreaterThan(0.9);
    expect(time('b') / time('b/helper')).toBeLessThan(2.5);
    expect((rows.get('a')?.share ?? 0) + (rows.get('b')?.share ?? 0)).toBeLessThan(1.15);
    // Each of them waits while the two others run.
    expect(rows.get('b')?.waiting?.mean).toBeGreaterThan(time('b/helper'));
  });

  it('where a promise and a lock are waited for: most of such a row is waiting', async () => {
    const { rows } = await measured(`
      import { setTimeout as sleep } from 'node:timers/promises';
      const never = new Int32Array(new SharedArrayBuffer(4));
      async function run() {
        // #region promise
        await sleep(1);
        // #endregion
        // #region lock
        Atomics.wait(never, 0, 0, 1);
        // #endregion
        // #region work
        x = spin(400_000, x);
        // #endregion
      }`);
    for (const id of ['promise', 'lock']) {
      const { inclusive, waiting } = rows.get(id) ?? {};
      expect((waiting?.mean ?? 0) / (inclusive?.mean ?? 0)).toBeGreaterThan(0.6);
    }
    // Work is off the processor only while others have it.
    expect(rows.get('work')?.waiting?.mean).toBeLessThan(0.6 * (rows.get('promise')?.waiting?.mean ?? 0));
  });
});
