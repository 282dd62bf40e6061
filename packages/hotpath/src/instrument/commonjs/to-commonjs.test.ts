import { runInThisContext } from 'node:vm';
import { initSync, parse } from 'cjs-module-lexer';
import { describe, expect, it } from 'vitest';
import { toCommonJs } from './to-commonjs.js';

initSync();

type Modules = Readonly<Record<string, string>>;

/** Runs modules that require each other by name, the first of them first. Gives its exports. */
function run(modules: Modules, others: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const loaded = new Map<string, { exports: unknown }>();
  const require = (name: string): unknown => {
    if (name in others) return others[name];
    const known = loaded.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    loaded.set(name, module);
    const code = modules[name] as string;
    const made = toCommonJs(`/${name}.cts`, code);
    expect(made.split('\n').length).toBe(code.split('\n').length + 1);
    const wrapped = runInThisContext(`(function (exports, require, module) { ${made}\n})`) as (
      ...scope: unknown[]
    ) => void;
    wrapped(module.exports, require, module);
    return module.exports;
  };
  return require(Object.keys(modules)[0] as string) as Record<string, unknown>;
}

describe('an ES module as CommonJS', () => {
  it('exports declarations of all kinds, and stays live', () => {
    const made = run({
      a: `export let count = 1; export const { x, y: [z] } = { x: 2, y: [3] };
        export function add() { count++; } export class Box {} export { count as 'odd name', add as default }; let later; export { later }; later = 9;`,
    });
    (made.add as () => void)();
    expect({ ...made }).toMatchObject({ count: 2, x: 2, z: 3, 'odd name': 2, later: 9, default: made.add });
    expect(made.__esModule).toBe(true);
    expect(Object.keys(made)).not.toContain('__esModule');
  });

  it('exports values as properties, and getters for what changes or comes from elsewhere', () => {
    const code = `export const a = 1, { b } = { b: 2 }; export class C {} const d = 4; export { d as e }; export default 5; export function f() {}
      export let changed = 6; changed += 1; import { o } from 'o'; export { o }; export { p } from 'o'; export * as q from 'o'; if (a) { var deep = 8; } export { deep }; export const last = 9`;
    const made = run({ a: code, o: 'export const o = 1, p = 2;' });
    const withGetters = Object.entries(Object.getOwnPropertyDescriptors(made)).filter(([, { get }]) => get);
    expect(withGetters.map(([name]) => name).sort()).toEqual(['changed', 'deep', 'o', 'p']);
    expect({ ...made }).toMatchObject({
      a: 1,
      b: 2,
      e: 4,
      default: 5,
      changed: 7,
      o: 1,
      p: 2,
      q: { o: 1 },
      deep: 8,
      last: 9,
    });
  });

  it.each([
    ['export default 1 + 1', 2, undefined],
    ['export default function named() {}', undefined, 'named'],
    ['export default async function* () {}', undefined, 'default_1'],
    ['export default class {}', undefined, 'default_1'],
    ['export default () => 1\n(() => 2)()', undefined, ''],
    ['export default\n  /* a */ (function () {})', undefined, ''],
  ])('has a default export: %s', (code, value, name) => {
    const { default: found } = run({ a: code });
    if (name === undefined) expect(found).toBe(value);
    else expect((found as { name: string }).name).toBe(name);
  });

  it('reads imports at each use, without a `this`', () => {
    const a = `import { count, add, self } from 'b';
      export const before = count; add(); export const after = count;
      export const all = { count, add: 1, nested: [count] };
      export const isPlain = [self() === undefined, self\`\` === undefined];
      count: for (;;) break count;
      export const key = { count: 1 }.count + all.count;`;
    const b = `export let count = 1; export function add() { count++; } export function self() { 'use strict'; return this; }`;
    expect({ ...run({ a, b }) }).toEqual({
      before: 1,
      after: 2,
      all: { count: 2, add: 1, nested: [2] },
      isPlain: [true, true],
      key: 3,
    });
  });

  it('leaves names alone that hide an import', () => {
    const a = `import { n } from 'b';
      const inFunction = ((n) => n)(1);
      const inBlock = (() => { { const n = 2; return n; } })();
      const byVar = (() => { if (true) { var n = 3; } return n; })();
      const inLoop = (() => { for (const n of [4]) return n; })();
      const inCatch = (() => { try { throw 5; } catch (n) { return n; } })();
      const inPattern = (({ n = 6 }) => n)({});
      const inClass = new (class n { static m = 7; m = n.m; })().m;
      const inSwitch = (() => { switch (1) { case 1: let n = 8; return n; } })();
      const inName = (function n() { return typeof n; })();
      export const found = [inFunction, inBlock, byVar, inLoop, inCatch, inPattern, inClass, inSwitch, inName, n];`;
    const found = [1, 2, 3, 4, 5, 6, 7, 8, 'function', 'imported'];
    expect(run({ a, b: "export const n = 'imported';" }).found).toEqual(found);
  });

  it('takes a CommonJS module for its own default export, and a compiled one for what it exports', () => {
    const plain = { f: () => 1 };
    const compiled = { __esModule: true, default: 2, g: 3 };
    const a = `import p, * as space from 'plain'; import { default as c, g } from 'compiled'; import * as whole from 'compiled';
      export const found = [p, space.default, space.f, Object.keys(space), c, g, whole];`;
    const { found } = run({ a }, { plain, compiled });
    expect(found).toEqual([plain, plain, plain.f, ['default', 'f'], 2, 3, compiled]);
  });

  it('exports again what others export, with its own before those of `export *`', () => {
    const a = `export * from 'b'; export * as b from 'b'; export { two as deux, default as d } from 'b'; import { two } from 'b'; export { two };
      export const one = 'own';`;
    const made = run({ a, b: 'export const one = 1, two = 2; export default 3;' });
    expect({ ...made }).toEqual({ one: 'own', two: 2, deux: 2, d: 3, b: { one: 1, two: 2, default: 3 } });
  });

  it('exports its functions before it runs, so that modules in a cycle can call them', () => {
    const a = `import { b } from 'b'; export function early() { return 'early'; } export const result = b;`;
    expect(run({ a, b: `import { early } from 'a'; export const b = early();` }).result).toBe('early');
  });

  it('is strict, and keeps its directives and its lines', () => {
    const code = "'use x';\nimport {\n  a,\n} from 'b'; after();\nexport\n  const c = a;";
    const lines = toCommonJs('/a.cts', code).split('\n');
    expect(lines[0]).toBe(`"use strict"; 'use x';; $hpExport({  }); exports["c"] = undefined; `);
    expect(lines[3]).toBe(' after();');
    expect(lines[5]).toBe('const c = $hpModule1.a;; exports["c"] = c;');
    const made = run({ a: 'export const own = (function () { return this; })();' });
    expect(made.own).toBe(undefined);
  });

  it('tells its names to readers of CommonJS text', () => {
    const code =
      "export const a = 1; export { a as 'b c', a as class }; export * from 'd'; export default 1;";
    const { exports, reexports } = parse(toCommonJs('/a.cts', code));
    expect(exports).toEqual(expect.arrayContaining(['a', 'b c', 'class', 'default']));
    expect(reexports).toEqual(['d']);
  });

  it('is what it was if it has no such syntax', () => {
    const code = "const a = require('b'); module.exports = { a };";
    expect(toCommonJs('/a.cts', code)).toBe(code);
  });
});
