import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { findRegions } from '../places/find-regions.js';
import { parseSource } from '../syntax/parse.js';
import { compile } from './compile.js';

/** Runs a function `f` whose region `a` runs once and `more` times again. Returns its result and the number of calls of `hit`. */
function runRepeated(body: string, more: number): { result: unknown; hits: number; kept: unknown } {
  const file = '/sample.ts';
  const region = findRegions(parseSource(file, body)).find(({ name }) => name === 'a');
  if (!region) throw new Error('no region');
  const runtime = [{ turns: new Int32Array([more]), kept: undefined }];
  let hits = 0;
  const code = compile(file, body, [{ index: 0, kind: 'repeat', start: region.start }], 'runtime');
  expect(code.split('\n').length).toBe(body.split('\n').length);
  const make = runInThisContext(`(function (runtime, hit) { ${code}\n; return f(); })`) as (
    r: unknown,
    h: () => number,
  ) => unknown;
  const result = make(runtime, () => ++hits);
  return { result, hits, kept: runtime[0]?.kept };
}

const wrap = (text: string, after = ''): string =>
  `function f() {\n// #region a\n${text}\n// #endregion\n${after}\n}`;

describe('a repeated region', () => {
  it('runs the given number of times and leaves the values of its last turn', () => {
    const body = wrap(
      'const { x, ...rest }: any = { x: hit(), y: 2 }\nlet [z] = [x]',
      'z += 1; return [x, z, rest.y];',
    );
    expect(runRepeated(body, 0)).toMatchObject({ result: [1, 2, 2], hits: 1 });
    expect(runRepeated(body, 5)).toMatchObject({ result: [6, 7, 2], hits: 6 });
  });

  it('computes a returned value in every turn and returns the last one', () => {
    expect(runRepeated(wrap('return hit()'), 3)).toEqual({ result: 4, hits: 4, kept: 3 });
  });

  it('starts its next turn at a labelled jump out of it', () => {
    const loop = `function f() {
      let seen = 0;
      out: for (const n of [1, 2, 3]) {
        // #region a
        hit();
        if (n === 2) continue out;
        if (n === 3) { for (;;) break; break out; }
        // #endregion
        seen += n;
      }
      return seen;
    }`;
    expect(runRepeated(loop, 0)).toMatchObject({ result: 1, hits: 3 });
    expect(runRepeated(loop, 2)).toMatchObject({ result: 1, hits: 9 });
  });

  it('works in a switch case, with directives, inner functions and loops', () => {
    const body = `"use strict";\nfunction f() {\nswitch (1) { case 1:\n// #region a\nconst g = () => { return hit(); };\nfor (const n of [1]) g();\n// #endregion\nreturn g();\n}\n}`;
    expect(runRepeated(body, 2)).toMatchObject({ result: 4, hits: 4 });
  });
});
