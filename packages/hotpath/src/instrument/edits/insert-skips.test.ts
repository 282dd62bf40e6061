import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { functionPlaces, regionPlaces } from '../places/find-places.js';
import { parseSource } from '../syntax/parse.js';
import { compile } from './compile.js';
import { createSkipRuntime } from './skip-code.js';

/** Calls a function `f` whose place `a` runs once in `period` executions. Returns all results, followed by the number of calls of `hit`. */
async function runSkipped(body: string, period: number, calls = 4, call = 'f(n)'): Promise<unknown[]> {
  const file = '/sample.ts';
  const source = parseSource(file, body);
  const place = [...regionPlaces(source), ...functionPlaces(source)].find(({ name }) => name === 'a');
  if (!place || place.kind === 'line') throw new Error('no place');
  const runtime = { ...createSkipRuntime(), period };
  const code = compile(
    file,
    body,
    [{ index: 0, kind: 'skip', place: place.kind, start: place.start }],
    'runtime',
  );
  expect(code.split('\n').length).toBe(body.split('\n').length);
  let hits = 0;
  const make = runInThisContext(`(function (runtime, hit) { ${code}\n; return (n) => ${call}; })`) as (
    r: unknown,
    h: () => number,
  ) => (n: number) => unknown;
  const f = make([runtime], () => ++hits);
  const results: unknown[] = [];
  for (let n = 1; n <= calls; n++) results.push(await f(n));
  return [...results, hits];
}

const wrap = (text: string, after = ''): string =>
  `function f(n) {\n// #region a\n${text}\n// #endregion\n${after}\n}`;

describe('a skipped region', () => {
  it('runs in every execution with period 1', async () =>
    expect(await runSkipped(wrap('const x = n * 10; hit();', 'return x;'), 1)).toEqual([10, 20, 30, 40, 4]));

  it('runs once per period and restores its declarations in between', async () => {
    const body = wrap(
      'const { x, ...rest }: any = { x: n, y: hit() }\nlet [z] = [n]',
      'z += 1; return [x, rest.y, z];',
    );
    expect(await runSkipped(body, 2)).toEqual([[1, 1, 2], [1, 1, 2], [3, 2, 4], [3, 2, 4], 2]);
  });

  it('restores its assignments to outer variables', async () => {
    const body = `function f(n) {\nlet caught; let i = 5;\n// #region a\ntry { throw n } catch (e) { caught = e; i = n * 2; hit() }\n// #endregion\nreturn [caught, i];\n}`;
    expect(await runSkipped(body, 3)).toEqual([[1, 2], [1, 2], [1, 2], [4, 8], 2]);
  });

  it('leaves a primitive unchanged that it computes from its previous value', async () => {
    const made = (line: string, x = '5'): Promise<unknown[]> =>
      runSkipped(
        `function f(n) {\nlet x = ${x};\n// #region a\n${line}; hit()\n// #endregion\nreturn x;\n}`,
        2,
        2,
      );
    expect(await made('x = x + n')).toEqual([6, 5, 1]);
    expect(await made('x++')).toEqual([6, 5, 1]);
    expect(await made('x += n')).toEqual([6, 5, 1]);
    expect(await made("x = 'a' + x", "'b'")).toEqual(['ab', 'b', 1]);
    expect(await made('[x] = [x * 2]')).toEqual([10, 5, 1]);
    // The type changes, or the old value is not read: the recorded value is assigned.
    expect(await made("x = 'a' + x")).toEqual(['a5', 'a5', 1]);
    expect(await made('x = { x }')).toEqual([{ x: 5 }, { x: 5 }, 1]);
    expect(await made('x = n; x = x * 3')).toEqual([3, 3, 1]);
    expect(await made('const o = { x: 1 }; x = o.x')).toEqual([1, 1, 1]);
  });

  it('restores the value of a loop condition inside a loop', async () => {
    const body = `function f(n) {\nlet i = 0;\nwhile (i < 3) {\n// #region a\ni = i + 1; hit();\n// #endregion\n}\nreturn i;\n}`;
    expect(await runSkipped(body, 4, 2)).toEqual([3, 3, 3]);
  });

  it('leaves a variable unchanged in a loop that it does not control', async () => {
    const loop = (head: string, rest = ''): Promise<unknown[]> =>
      runSkipped(
        `let calls = 0; const more = () => calls++ % 2 === 0;\nfunction f(n) {\nlet x = 7 * n + 1; let go = 1;\n${head} {\n// #region a\nx = x * 2; hit();\n// #endregion\n${rest}\n}\nreturn x;\n}`,
        9,
        2,
      );
    const unchanged = [16, 15, 1];
    expect(await loop('for (let i = 0; i < 1; i++)')).toEqual(unchanged);
    expect(await loop('while (go-- > 0)')).toEqual(unchanged);
    // It may decide how long the loop goes on: the recorded value is assigned.
    const recorded = [16, 16, 1];
    expect(await loop('while (x < 16)')).toEqual(recorded);
    expect(await loop('for (;;)', 'if (x >= 16) break;')).toEqual(recorded);
    expect(await loop('while (go < 16)', 'go = x;')).toEqual(recorded);
    expect(await loop('for (;;)', 'const done = x; go = done; if (go > 15) break;')).toEqual(recorded);
    expect(await loop('while (more())')).toEqual(recorded);
  });

  it('repeats a recorded return, and does not return without one', async () => {
    expect(await runSkipped(wrap('hit(); return { n };'), 4)).toEqual([
      { n: 1 },
      { n: 1 },
      { n: 1 },
      { n: 1 },
      1,
    ]);
    expect(await runSkipped(wrap('if (n === 3) return hit()', 'return -n;'), 2)).toEqual([-1, -2, 1, 1, 1]);
  });

  it('may contain an await', async () => {
    const body = wrap('const x = await n; hit();', 'return x;').replace('function', 'async function');
    expect(await runSkipped(body, 4)).toEqual([1, 1, 1, 1, 1]);
  });
});

describe('a skipped function', () => {
  it('returns its recorded value, with a block or an expression body', async () => {
    const block = 'function a(n) {\nif (n > 0) return n * hit();\n}\nfunction f(n) { return a(n); }';
    expect(await runSkipped(block, 2)).toEqual([1, 1, 6, 6, 2]);
    const arrow = 'const a = (n: number): number => (hit(), n);\nfunction f(n) { return a(n); }';
    expect(await runSkipped(arrow, 2)).toEqual([1, 1, 3, 3, 2]);
  });
});
