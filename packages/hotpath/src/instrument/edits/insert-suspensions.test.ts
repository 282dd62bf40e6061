import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { functionPlaces, regionPlaces } from '../places/find-places.js';
import { parseSource } from '../syntax/parse.js';
import { compile, type Edit } from './compile.js';
import type { SuspensionRuntime } from './insert-suspensions.js';

/** Runs `f()` of a script with suspensions and probes inserted. Returns its result, the calls of the runtime, and the result without edits. */
async function run(body: string): Promise<{ result: unknown; calls: string; plain: unknown }> {
  const source = parseSource('/sample.ts', body);
  const places = [...regionPlaces(source), ...functionPlaces(source)];
  const calls: string[] = [];
  const say = (word: string): void => void calls.push(word);
  let turns = 0;
  const suspensions: SuspensionRuntime = {
    start: () => {
      say(`start${turns}`);
      return { number: turns++ };
    },
    away: (turn, value) => {
      say(`away${(turn as { number: number }).number}`);
      return value as never;
    },
    each: (turn, iterable) => {
      say(`each${(turn as { number: number }).number}`);
      return iterable;
    },
    back: (turn, value) => {
      say(`back${(turn as { number: number }).number}`);
      return value as never;
    },
    end: (turn) => say(`end${(turn as { number: number }).number}`),
  };
  const probes = { enter: () => 1, leave: () => {}, abandon: () => {} };
  const edits: Edit[] = [
    ...places.map(({ kind, start }, index) => ({ index, kind, start, guarded: index % 2 === 0 })),
    { index: places.length, kind: 'suspensions' },
  ];
  const code = compile('/sample.ts', body, edits, 'runtime');
  expect(code.split('\n').slice(0, -2).length).toBeLessThanOrEqual(body.split('\n').length);
  const evaluate = async (text: string): Promise<unknown> => {
    const make = runInThisContext(`(function (runtime) { ${text}\n; return f; })`) as (
      runtime: unknown,
    ) => () => unknown;
    try {
      return await make([...places.map(() => probes), suspensions])();
    } catch (problem) {
      return `threw ${(problem as Error).message}`;
    }
  };
  return { result: await evaluate(code), calls: calls.join(' '), plain: await evaluate(body) };
}

async function expectCalls(body: string, calls: string): Promise<void> {
  const seen = await run(body);
  expect(seen.calls).toBe(calls);
  expect(seen.result).toEqual(seen.plain);
}

describe('suspensions', () => {
  it('call the runtime before and after, and pass the value through', () =>
    expectCalls(
      'async function f() {\nconst a = await 3;\nreturn a + 1;\n}',
      'start0 away0 back0 back0 end0',
    ));

  it('work without semicolons', () =>
    expectCalls(
      'async function f() {\nlet g = 1\nawait g\nlet h = g\nawait h\nif (h) await g\nreturn h\n}',
      'start0 away0 back0 away0 back0 away0 back0 back0 end0',
    ));

  it('may be nested, and part of a returned value', () =>
    expectCalls(
      'async function f() {\nreturn await (await Promise.resolve(2) + await 3);\n}',
      'start0 away0 back0 away0 back0 away0 back0 back0 end0',
    ));

  it('work in arrows with an expression body, with and without a probe', () =>
    expectCalls(
      'const g = async (n) => await n;\nconst f = () => [1].map(async n => (await g(n), await n))[0];',
      'start0 start1 away1 away0 back1 back1 end1 back0 away0 back0 end0',
    ));

  it('call the runtime in the handlers that an exception reaches', () =>
    expectCalls(
      'async function f() {\ntry {\n// #region a\nawait Promise.reject(new Error("no"));\n// #endregion\n} catch (e) {\nreturn e.message;\n} finally { 0; }\n}',
      'start0 away0 back0 back0 back0 end0',
    ));

  it('end the activation when an exception leaves the function', () =>
    expectCalls(
      'async function f() {\n"use strict";\nawait 1;\nthrow new Error("out");\n}',
      'start0 away0 back0 back0 end0',
    ));

  it('work in generators, with and without values, and end on an early return', () =>
    expectCalls(
      'function* g() {\n// #region a\nconst got = yield;\nyield got;\n// #endregion\n}\nfunction f() { const it = g(); it.next(); const { value } = it.next(7); it.return(); return value; }',
      'start0 away0 back0 away0 back0 end0',
    ));

  it('work where no space follows the keyword, as in minified code', async () => {
    const { result, plain } = await run(
      'function* h() { yield[1]; yield/a/i; yield`x`; yield"s"; yield*[2]; }\nasync function f() { let s = ""; for await(const x of[3, 4]) s += x; return s + await(5) + await[6] + [...h()].join(); }',
    );
    expect(result).toBe('34561,/a/i,x,s,2');
    expect(plain).toBe(result);
  });

  it('work in methods, with default parameters and labels', () =>
    expectCalls(
      'class C { async m(a = 1) { outer: for (const n of [1, 2]) { await n; if (n > a) break outer; } return a; } }\nasync function f() { return new C().m(); }',
      'start0 start1 away1 end0 back1 away1 back1 back1 end1',
    ));

  it('give what `yield*` and `for await` iterate to the runtime, and continue in the loop and behind it', () =>
    expectCalls(
      'function* g() { yield* [1, 2]; }\nasync function f() { let n = 0; for await (const m of g()) n += m; return n; }',
      'start0 each0 start1 each1 back0 back0 back1 back1 end1 back0 end0',
    ));

  it('work in loops with labels, with and without blocks, and in branches', () =>
    expectCalls(
      'async function f() { let n = 0; if (n === 0) a: b: for await (const m of [1, 2, 3]) { if (m === 2) continue b; if (m === 3) break a; n += m; } else n = 9; for await (n of [n]) for await (n of [n + 1]); return n; }',
      'start0 each0 back0 back0 back0 back0 each0 back0 each0 back0 back0 back0 back0 end0',
    ));

  it('are told that an async generator awaits what it returns', () =>
    expectCalls(
      'async function* g() {\n// #region a\nreturn Promise.resolve(7)\n// #endregion\n}\nasync function f() { return (await g().next()).value; }',
      'start0 start1 away1 away0 back1 end1 back0 back0 end0',
    ));
});
