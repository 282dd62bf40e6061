import { describe, expect, it } from 'vitest';
import type { ProgramFiles } from '../effects/program-files.js';
import { parseSource } from '../syntax/parse.js';
import { findRegions } from './find-regions.js';
import { repeatability } from './repeatable.js';

const lib: Readonly<Record<string, string>> = {
  './pure.js':
    'export function pure(n) { return twice(n); }\nfunction twice(n) { return 2 * n; }\nexport default (n) => n;',
  './state.js': 'let count = 0;\nexport const next = () => ++count;',
  './again.js':
    "import { pure as mine } from './pure.js';\nexport { mine };\nexport { next as 'the next' } from './state.js';",
  './all.js': "export * from './pure.js';\nexport * from './again.js';\nexport * from './all.js';",
  './both.js': "export * from './pure.js';\nexport * from './pure.js';",
};

const files: ProgramFiles = {
  imported: (_, specifier) =>
    lib[specifier] === undefined ? null : parseSource(`/lib/${specifier.slice(2)}`, lib[specifier]),
};

/** Judges a region with the statements `text`, in a function with a parameter `given`, in a file that starts with `head`. */
function judge(text: string, head = '') {
  const file = `${head}\nlet outer = 1;\nclass C {\n#m() { return 1; }\nwrite() { this.x = 1; }\nf(given, callback) {\nfor (;;) {\n// #region a\n${text}\n// #endregion\n}\n}\n}`;
  const source = parseSource('/a.ts', file);
  const region = findRegions(source)[0];
  if (!region) throw new Error('no region');
  return repeatability(source, region, files);
}

describe('a region may run twice', () => {
  it.each<[text: string, head?: string]>([
    ['const t = new Date(Date.now()).toISOString();'],
    ['const id = given.id ?? randomUUID();', "import { randomUUID } from 'node:crypto';"],
    ['const { a, ...rest } = given; const all = { ...rest, a: JSON.stringify(a) };'],
    ['const list = []; for (const x of given) list.push(x * 2); const m = new Map(); m.set(1, list);'],
    ['const n = double(given.n);', 'const double = (n) => { let sum = 0; sum += n; return sum + n; };'],
    [
      'const n = even(9);',
      'function even(n) { return n === 0 || odd(n - 1); }\nfunction odd(n) { return n !== 0 && even(n - 1); }',
    ],
    ['const s = given.map((x) => x + 1).filter(Boolean).join();'],
    ['const s = this.#m() + Math.max(1, 2);'],
    ['const o = {}; o.x = 1; let q; [q, o.y] = [1, 2]; delete o.x;'],
    ['return { given };'],
    ['const plus = (n) => n + 1; const two = plus(1);'],
    ['// hotpath: repeatable\nouter = callback();'],
    ['const n = pure(1);', "import { pure } from './pure.js';"],
    ['const n = own(1);', "import { pure as own } from './pure.js';"],
    ['const n = own(1);', "import own from './pure.js';"],
    ['const n = lib.pure(1);', "import * as lib from './pure.js';"],
    ['const n = mine(1);', "import { mine } from './again.js';"],
    ['const n = pure(1) + mine(1);', "import { pure, mine } from './all.js';"],
  ])('%j', (text, head) => {
    expect(judge(text, head)).toMatchObject({ impossible: null, unsafe: null });
  });
});

describe('a region is refused with a reason', () => {
  it.each<[text: string, reason: string, head?: string]>([
    ['outer += 1;', 'it assigns outer, which lives outside (line 9)'],
    ['given.count++;', 'it changes an object that it did not make (line 9)'],
    ['const list = given.list; list[0] = 1;', 'it changes an object that it did not make (line 9)'],
    ['[outer] = [1];', 'it assigns outer, which lives outside (line 9)'],
    ['for (outer of given) ;', 'it assigns outer, which lives outside (line 9)'],
    ['delete given.x;', 'it changes an object that it did not make (line 9)'],
    ['given.list.push(1);', 'it calls given.list.push(), which may change something (line 9)'],
    ['callback();', 'it calls callback(), which may change something (line 9)'],
    ['const call = given.call; call();', 'it calls call(), which may change something (line 9)'],
    [
      'const all = each(given);',
      'it awaits something (line 1)',
      'async function each(list) { for await (const one of list) ; }',
    ],
    ['this.write();', 'it changes an object that it did not make (line 5)'],
    [
      'const x = [1].map(count);',
      'it assigns total, which lives outside (line 1)',
      'let total = 0; const count = () => { total += 1; };',
    ],
    [
      'const x = bump();',
      'it assigns total, which lives outside (line 1)',
      'let total = 0; function bump() { return ++total; }',
    ],
    [
      'const x = stat(1);',
      'it calls stat(), which may change something (line 9)',
      "import { stat } from 'node:fs';",
    ],
    [
      'const n = next();',
      'it assigns count, which lives outside (state.js:2)',
      "import { next } from './state.js';",
    ],
    [
      'const n = next();',
      'it assigns count, which lives outside (state.js:2)',
      "import { 'the next' as next } from './again.js';",
    ],
    [
      'const n = lib.pure.next(1);',
      'it calls lib.pure.next(), which may change something (line 9)',
      "import * as lib from './pure.js';",
    ],
    [
      'const n = pure.next(1);',
      'it calls pure.next(), which may change something (line 9)',
      "import { pure } from './pure.js';",
    ],
    [
      'const n = pure(1);',
      'it calls pure(), which may change something (line 9)',
      "import { pure } from './both.js';",
    ],
    [
      'const n = lost(1);',
      'it calls lost(), which may change something (line 9)',
      "import { lost } from './all.js';",
    ],
    [
      'const n = next();',
      'it calls next(), which may change something (line 9)',
      "import { next } from 'package';",
    ],
    ['given?.[callback]();', 'it calls a computed function, which may change something (line 9)'],
    ["import('x');", 'it imports a module (line 9)'],
  ])('%j: %s', (text, reason, head) => {
    expect(judge(text, head)).toMatchObject({ impossible: null, unsafe: reason });
  });

  it.each([
    ['if (given) break;', 'a `break` or `continue` leads out of it'],
    ['function g() {}', 'it declares a function or class'],
    [
      'let n = 1; const get = () => n;',
      'a function inside it may keep a variable that it declares with `let`',
    ],
  ])('even with a mark (%j): %s', (text, reason) => {
    expect(judge(`// hotpath: repeatable\n${text}`)).toMatchObject({ impossible: reason, unsafe: null });
  });
});

describe('a name of a function around the region', () => {
  it('hides one of the file, or one that is imported', () => {
    const hidden = (head: string, text: string) => judge(text, head).unsafe;
    const reason = (call: string) => `it calls ${call}, which may change something (line 9)`;
    expect(hidden('const callback = () => 1;', 'callback();')).toBe(reason('callback()'));
    expect(hidden("import { pure as callback } from './pure.js';", 'const n = callback(1);')).toBe(
      reason('callback()'),
    );
    expect(hidden("import * as given from './pure.js';", 'const n = given.pure(1);')).toBe(
      reason('given.pure()'),
    );
    expect(hidden('', 'const n = JSON.stringify(given);')).toBeNull();
  });
});

describe('what a region gives steers the path', () => {
  it.each([
    ['outer = outer - 1;', 'function loop() { while (outer > 0) f(); }', 'outer'],
    ['const n = given + 1;', 'function other(n) { if (n > 3) return 1; }', 'n'],
    ['outer += 1;', 'let rest = 0; function other() { rest = 2 * outer; return rest ? 1 : 2; }', 'outer'],
    ['outer += 1;', 'function other() { const far = outer && f(); }', 'outer'],
  ])('%j with %j', (text, head, name) =>
    expect(judge(text, head).steers).toBe(`a condition depends on ${name}, which it gives a value`),
  );

  it('also if it may return, and not if no condition depends on it', () => {
    expect(judge('return given;').steers).toBe('it may return from its function');
    expect(judge('outer = outer * 31 + given;').steers).toBeNull();
  });
});

describe('a region may be skipped', () => {
  it('if it only computes values or assigns outer variables', () => {
    expect(judge('const t = Date.now(); outer = t; outer += 1;')).toMatchObject({ missed: null });
    expect(judge('for (outer of given) { const x = outer; }')).toMatchObject({ missed: null });
  });

  it('unless it, or a function that it calls, changes an object or state', () => {
    expect(judge('given.push(1);')).toMatchObject({ missed: expect.stringContaining('it calls given.push') });
    expect(judge('bump();', 'let count = 0; function bump() { count++; }')).toMatchObject({
      missed: 'it assigns count, which lives outside (line 1)',
    });
  });
});
