import { describe, expect, it } from 'vitest';
import { parseSource } from './parse.js';
import { valueNames } from './value-names.js';

const uses = (text: string, file = '/a.ts'): boolean =>
  valueNames(parseSource(file, `import { T } from './b';\n${text}`).program, new Set(['T'])).has('T');

describe('a name is used as a value', () => {
  it.each([
    'T;',
    'T();',
    'new T();',
    'new T.Inner();',
    'x[T];',
    '({ T });',
    '({ [T]: 1 });',
    '({ a: T });',
    'const { a = T } = x;',
    'const { [T]: a } = x;',
    'class A extends T {}',
    'class A { [T] = 1; }',
    'class A { T = T; }',
    '@T class A {}',
    'class A { @T() x = 1; }',
    'class A { constructor(private x = T) {} }',
    'function f(x = T) {}',
    'function f(x: T) { { const T = 1; } return T; }',
    'export { T };',
    'export { T as other };',
    'export default T;',
    'x as T; T as X;',
    'T!;',
    'T<string>;',
    'T satisfies X;',
    'enum E { a = T.a }',
    'namespace N { export const a = T; }',
    'import A = T.Inner;',
    'x = T;',
    'tag`a`(T);',
    'typeof T;',
    'T: for (;;) { T(); break T; }',
  ])('%s', (text) => {
    expect(uses(text)).toBe(true);
  });

  it.each(['<T />;', '<T.Inner a="b"></T.Inner>;', '<a b={T} />;', '<a {...T} />;'])('in JSX: %s', (text) => {
    expect(uses(text, '/a.tsx')).toBe(true);
  });
});

describe('a name is not used as a value', () => {
  it.each([
    'x.T; x?.T; x.T();',
    '({ T: 1 }); ({ T() {} });',
    'const { T: a } = x;',
    'class A { T = 1; #T = 2; }',
    'class A { T() {} get a() { return this.T; } }',
    'T: for (;;) { continue T; }',
    'function f(T: number) { return T; }',
    'function f({ T }: X, ...rest: T[]) { return T; }',
    'const f = (T: number) => T;',
    'function f() { const T = 1; return () => T; }',
    'function f() { { var T = 1; } return T; }',
    'function f() { return T(); function T() {} }',
    'function f() { class T {} return new T(); }',
    'function f() { enum T { a } return T.a; }',
    'for (const T of []) x(T);',
    'for (let T = 0; T < 1; T++) x(T);',
    'try {} catch (T) { x(T); }',
    'switch (x) { case 1: const T = 1; x(T); }',
    '(function T() { return T; });',
    '(class T { a = T; });',
    'class A { static { const T = 1; x(T); } }',
    'enum E { T = 1 }',
    'let a: T; let b: typeof T; let c: T.Inner;',
    'f<T>(); new A<T>(); x as T; x satisfies T; <T>x;',
    'class A extends B<T> implements T {}',
    'class A { declare T: T; }',
    'declare const a: T; declare function f(x: typeof T): T; declare class B extends T {}',
    'function f(x: T): T; function f(x: any) {}',
    'abstract class A { abstract T: T; abstract a(x: T): T; }',
    'function f(this: T, x: unknown): x is T { return true; }',
    'export type { T }; export { type T as U };',
    "export { T } from './c'; export * as T from './d';",
    'type A = T; interface B extends T { T: T }',
    'new.target;',
  ])('%s', (text) => {
    expect(uses(text.replace('new.target', 'function f() { new.target; }'))).toBe(false);
  });

  it.each(['<a T="b" />;', '<x.T />;', '<a:T />;'])('in JSX: %s', (text) => {
    expect(uses(text, '/a.tsx')).toBe(false);
  });
});
