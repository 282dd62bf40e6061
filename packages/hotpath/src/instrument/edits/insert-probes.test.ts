import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import type { RowPlace } from '../../model/path/row.js';
import { functionPlaces, linePlaces, regionPlaces } from '../places/find-places.js';
import { parseSource } from '../syntax/parse.js';
import { compile, type Edit } from './compile.js';
import type { Probe } from './probe-code.js';

interface Trial {
  readonly result: unknown;
  readonly events: string[];
}

function allPlaces(body: string): RowPlace[] {
  const source = parseSource('/sample.ts', body);
  return [...regionPlaces(source), ...functionPlaces(source)];
}

/** Runs `body`, which defines a function `f`, with probes at its places. Returns the result of f and the events of the probes. */
async function runProbed(
  body: string,
  guarded: boolean,
  call = 'f()',
  places: readonly RowPlace[] = allPlaces(body),
): Promise<Trial> {
  const events: string[] = [];
  const probes: Probe[] = places.map(({ kind, start }, index) => ({ index, kind, start, guarded }));
  const runtime = places.map(({ name }) => ({
    enter: () => events.push(`+${name}`),
    leave: () => void events.push(`-${name}`),
    abandon: () => void events.push(`!${name}`),
  }));
  const code = compile('/sample.ts', body, probes, 'runtime');
  expect(code.split('\n').length).toBe(body.split('\n').length);
  const make = runInThisContext(`(function (runtime) { ${code}\n; return () => ${call}; })`) as (
    r: unknown,
  ) => () => unknown;
  let result: unknown;
  try {
    result = await make(runtime)();
  } catch (problem) {
    result = problem instanceof Error ? `threw ${problem.message}` : problem;
  }
  return { result, events };
}

async function expectBoth(body: string, result: unknown, events: string, call?: string): Promise<void> {
  for (const guarded of [false, true]) {
    expect(await runProbed(body, guarded, call)).toEqual({ result, events: events.split(' ') });
  }
}

describe('a probed region', () => {
  it('keeps its declarations visible after it', () =>
    expectBoth(
      'function f() {\n// #region a\nconst x = 1;\n// #endregion\nreturn x + 1;\n}',
      2,
      '+f +a -a -f',
    ));

  it('is left after a returned value is computed', () =>
    expectBoth(
      'function f() {\n// #region a\nif (true) return (() => 7)();\n// #endregion\nreturn 0;\n}',
      7,
      '+f +a -a -f',
    ));

  it('is left before a bare return', () =>
    expectBoth('function f() {\n// #region a\nif (true) return\n// #endregion\n}', undefined, '+f +a -a -f'));

  it('is entered once per turn of its loop, and left by continue and break', () =>
    expectBoth(
      `function f() {
        let sum = 0;
        for (const n of [1, 2, 3, 4]) {
          // #region a
          if (n === 2) continue;
          if (n === 4) break;
          for (;;) { break; }
          // #endregion
          sum += n;
        }
        return sum;
      }`,
      4,
      '+f +a -a +a -a +a -a +a -a -f',
    ));

  it('is left by a labelled jump out of it, and not by one inside', () =>
    expectBoth(
      `function f() {
        out: for (const n of [1, 2]) {
          // #region a
          in_: for (const m of [1, 2]) { if (m === 1) continue in_; if (n === 2) break out; }
          // #endregion
        }
        return 5;
      }`,
      5,
      '+f +a -a +a -a -f',
    ));

  it('may be nested', () =>
    expectBoth(
      'function f() {\n// #region a\n// #region b\nif (true) return 1;\n// #endregion\n// #endregion\n}',
      1,
      '+f +a +b -b -a -f',
    ));

  it('may be in a switch case', () =>
    expectBoth(
      "function f(k: string) {\nswitch (k) {\ncase 'x':\n// #region a\nk += 'y';\n// #endregion\nbreak;\ndefault:\n}\nreturn k;\n}",
      'xy',
      '+f +a -a -f',
      "f('x')",
    ));

  it('keeps concurrent activations with an await apart', () =>
    expectBoth(
      'async function f() {\n// #region a\nconst v = await Promise.resolve(3);\n// #endregion\nreturn v;\n}',
      [3, 3],
      '+f +a +f +a -a -f -a -f',
      'Promise.all([f(), f()])',
    ));

  it('works without semicolons', () =>
    expectBoth(
      'function f() {\n  let x = 1\n  // #region a\n  x++\n  // #endregion\n  return x\n}',
      2,
      '+f +a -a -f',
    ));

  it('is abandoned at an uncaught exception only if it is guarded', async () => {
    const body = "function f() {\n// #region a\nthrow new Error('no');\n// #endregion\n}";
    expect(await runProbed(body, false)).toEqual({ result: 'threw no', events: ['+f', '+a'] });
    expect(await runProbed(body, true)).toEqual({ result: 'threw no', events: ['+f', '+a', '!a', '!f'] });
  });

  it('is abandoned, if guarded, before a handler of the same function runs', async () => {
    const body = `function f() {
      try {
        // #region a
        JSON.parse('{');
        // #endregion
      } catch {
        // #region b
        return 2;
        // #endregion
      } finally { f.done = true; }
    }`;
    expect(await runProbed(body, true)).toEqual({ result: 2, events: ['+f', '+a', '!a', '+b', '-b', '-f'] });
  });
});

describe('a probed function', () => {
  it.each([
    'function f() { var x; return x; function x() {} }',
    'function f() { if (0) { var { x } = {}; }\nfunction x() {} }',
    'function f() { function x() {}\nfunction x() {} }',
  ])('that declares a name twice cannot be guarded, and says so: %s', (text) => {
    const [place] = functionPlaces(parseSource('/f.js', text));
    const probed = (guarded: boolean) => () =>
      compile('/f.js', text, [{ index: 0, kind: 'function', start: place?.start ?? -1, guarded }], 'runtime');
    expect(probed(true)).toThrow(/^\/f\.js:[12]: x is declared twice in a function/);
    expect(() => new Function(probed(false)())).not.toThrow();
  });

  it('may be an arrow with an expression body, in parentheses or not', async () => {
    await expectBoth('const f = () => ({ a: 1 });', { a: 1 }, '+f -f');
    await expectBoth('const f = (a = 1) => a as number;', 1, '+f -f');
    await expectBoth('const f = () => (() => 4)();', 4, '+f -f');
  });

  it('may be a constructor of a derived class', () =>
    expectBoth(
      'class A { v = 1; }\nclass B extends A { constructor() { super(); this.v++; } }',
      2,
      '+B.constructor -B.constructor',
      'new B().v',
    ));

  it('may be a method, an accessor or a generator', async () => {
    await expectBoth('class A { m(this: A): number { return 3; } }', 3, '+A.m -A.m', 'new A().m()');
    await expectBoth('const o = { get g() { return 4; } };', 4, '+g -g', 'o.g');
    await expectBoth('function* f() { yield 1; return 2; }', [1], '+f -f', '[...f()]');
  });

  it('keeps directives first', () =>
    expectBoth(
      "'use strict'\nfunction f(this: unknown) {\n  'use strict'\n  return this;\n}",
      undefined,
      '+f -f',
    ));

  it('may end in a comment, or in a return without a semicolon', async () => {
    await expectBoth('function f() { return 1 }', 1, '+f -f');
    await expectBoth('function f() { return 1 /* one */ // here\n}', 1, '+f -f');
  });
});

describe('a dosed place', () => {
  it('runs its dose at its beginning, inside the probe that times it', async () => {
    const body = `function f() {
      // #region a
      const g = () => ({ x: 1 });
      return g().x;
      // #endregion
    }`;
    const source = parseSource('/sample.ts', body);
    const places = [...regionPlaces(source), ...functionPlaces(source)];
    const seen: string[] = [];
    const runtime = places.map(({ name }) => ({
      enter: () => seen.push(`+${name}`),
      leave: () => void seen.push(`-${name}`),
      dose: () => seen.push(`*${name}`),
    }));
    const edits = places.flatMap(({ kind, start }, index): Edit[] => [
      { index, kind, start, guarded: false },
      { index, kind: 'dose', place: kind, start },
    ]);
    for (const own of [edits, edits.filter(({ kind }) => kind === 'dose')]) {
      const make = runInThisContext(
        `(function (runtime) { ${compile('/sample.ts', body, own, 'runtime')}\n; return f(); })`,
      );
      expect((make as (r: unknown) => number)(runtime)).toBe(1);
    }
    expect(seen.join(' ')).toBe('+f *f +a *a +g *g -g -a -f *f *a *g');
  });
});

describe('probed lines', () => {
  const linesOfF = (body: string): RowPlace[] => {
    const source = parseSource('/sample.ts', body);
    const [whole] = functionPlaces(source).filter(({ name }) => name === 'f') as [RowPlace];
    return [whole, ...linePlaces(source, whole)];
  };
  const expectLines = async (
    body: string,
    result: unknown,
    events: string,
    call = 'f()',
    guards: readonly boolean[] = [false, true],
  ): Promise<void> => {
    for (const guarded of guards) {
      const trial = await runProbed(body, guarded, call, linesOfF(body));
      const short = trial.events.map((event) => event.replace('line ', ''));
      expect({ ...trial, events: short }).toEqual({ result, events: events.split(' ') });
    }
  };

  it('may be nested, and are left at every exit', () =>
    expectLines(
      'function f() {\n  let sum = 0\n  for (let i = 0; i < 4; i++) {\n    if (i === 1) continue;\n    if (i === 3) {\n      return sum; }\n    sum += i;\n  }\n}',
      2,
      '+f +2 -2 +3 +4 -4 +5 -5 +7 -7 +4 -4 +4 -4 +5 -5 +7 -7 +4 -4 +5 +6 -6 -5 -3 -f',
    ));

  it('contain all statements that begin on them, without inner functions', () =>
    expectLines(
      'function f(): number {\n  const a = 1; const b: number = 2;\n  const g = (): number => {\n    return a + b;\n  };\n  function h() { return g(); }\n  return h();\n}',
      3,
      '+f +2 -2 +3 -3 +7 -7 -f',
    ));

  it('work in switches, labelled loops and handlers', () =>
    expectLines(
      'function f(n) {\n  outer: for (;;) {\n    switch (n) {\n      case 1:\n        n++;\n        continue outer;\n      default:\n        break outer;\n    }\n  }\n  try {\n    n = n.x.y;\n  } catch {\n    n = 9;\n  }\n  return n;\n}',
      9,
      '+f +2 +3 +5 -5 +6 -6 -3 +3 +8 -8 -3 -2 +11 +12 !12 +14 -14 -11 +16 -16 -f',
      'f(1)',
      [true],
    ));
});
