import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { functionPlaces, regionPlaces } from '../places/find-places.js';
import { parseSource } from '../syntax/parse.js';
import { compile } from './compile.js';
import { createSkipRuntime } from './skip-code.js';

/** Calls a function `f` whose place `a` is left out of all but one of `period` executions; what each call gave, and how often `hit` was called. */
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

const wrap = (text: string, behind = ''): string =>
  `function f(n) {\n// #region a\n${text}\n// #endregion\n${behind}\n}`;

describe('a region that is left out', () => {
  it('runs as ever while its period is one', async () =>
    expect(await runSkipped(wrap('const x = n * 10; hit();', 'return x;'), 1)).toEqual([10, 20, 30, 40, 4]));

  it('runs once a period, and gives what it declared in between', async () => {
    const body = wrap(
      'const { x, ...rest }: any = { x: n, y: hit() }\nlet [z] = [n]',
      'z += 1; return [x, rest.y, z];',
    );
    expect(await runSkipped(body, 2)).toEqual([[1, 1, 2], [1, 1, 2], [3, 2, 4], [3, 2, 4], 2]);
  });

  it('gives outer variables what it assigned to them', async () => {
    const body = `function f(n) {\nlet caught; let i = 5;\n// #region a\ntry { throw n } catch (e) { caught = e; i = n * 2; hit() }\n// #endregion\nreturn [caught, i];\n}`;
    expect(await runSkipped(body, 3)).toEqual([[1, 2], [1, 2], [1, 2], [4, 8], 2]);
  });

  it('leaves a number or text that it makes of its old value as it is', async () => {
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
    // What comes out is something else than what went in, or was never looked at.
    expect(await made("x = 'a' + x")).toEqual(['a5', 'a5', 1]);
    expect(await made('x = { x }')).toEqual([{ x: 5 }, { x: 5 }, 1]);
    expect(await made('x = n; x = x * 3')).toEqual([3, 3, 1]);
    expect(await made('const o = { x: 1 }; x = o.x')).toEqual([1, 1, 1]);
  });

  it('gives a loop the value that may end it', async () => {
    const body = `function f(n) {\nlet i = 0;\nwhile (i < 3) {\n// #region a\ni = i + 1; hit();\n// #endregion\n}\nreturn i;\n}`;
    expect(await runSkipped(body, 4, 2)).toEqual([3, 3, 3]);
  });

  it('returns what it returned, and nothing where it did not', async () => {
    expect(await runSkipped(wrap('hit(); return { n };'), 4)).toEqual([
      { n: 1 },
      { n: 1 },
      { n: 1 },
      { n: 1 },
      1,
    ]);
    expect(await runSkipped(wrap('if (n === 3) return hit()', 'return -n;'), 2)).toEqual([-1, -2, 1, 1, 1]);
  });

  it('may await', async () => {
    const body = wrap('const x = await n; hit();', 'return x;').replace('function', 'async function');
    expect(await runSkipped(body, 4)).toEqual([1, 1, 1, 1, 1]);
  });
});

describe('a function that is left out', () => {
  it('returns what it returned, with a body of statements or of one expression', async () => {
    const block = 'function a(n) {\nif (n > 0) return n * hit();\n}\nfunction f(n) { return a(n); }';
    expect(await runSkipped(block, 2)).toEqual([1, 1, 6, 6, 2]);
    const arrow = 'const a = (n: number): number => (hit(), n);\nfunction f(n) { return a(n); }';
    expect(await runSkipped(arrow, 2)).toEqual([1, 1, 3, 3, 2]);
  });
});
