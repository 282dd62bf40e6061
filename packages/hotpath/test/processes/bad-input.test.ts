import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { hotpathBriefly } from '../support/briefly.js';
import { hotpathInProcess } from '../support/in-process-built.js';
import { createWorkspace } from '../support/workspace.js';

const spec = (fields: string, above = ''): string => `${above}\nexport default { name: 'p', ${fields} };\n`;
const region = (inside: string): string => `export function f(x: number) {\n${inside}\n  return x;\n}\n`;
const withSource = (name: string): string =>
  spec(`sources: ['${name}'], run: () => f(1)`, `import { f } from './${name}';`);

const bad = createWorkspace({
  'no-default.hot.ts': 'export const x = 1;\n',
  'number.hot.ts': 'export default 5;\n',
  'no-run.hot.ts': spec(''),
  'no-name.hot.ts': 'export default { run() {} };\n',
  'run-no-function.hot.ts': spec('run: 5'),
  'sources-no-list.hot.ts': spec("sources: 'a.ts', run() {}"),
  'throws.hot.ts': spec("run() {\n  throw new Error('no luck');\n}"),
  'throws-later.hot.ts': spec(
    "run() { if (++count > 6000) throw new RangeError('enough'); }",
    'let count = 0;',
  ),
  'rejects.hot.ts': spec("run: () => Promise.reject(new Error('not today'))"),
  'setup-throws.hot.ts': spec("setup() { throw new Error('no database'); }, run() {}"),
  'teardown-throws.hot.ts': spec("teardown() { throw new Error('stuck'); }, run() {}"),
  'repeatable.hot.ts': spec("repeatable: ['nowhere'], run() {}"),
  'no-match.hot.ts': spec("sources: ['nowhere/**/*.ts'], run() {}"),
  'unclosed.ts': region('  // #region a'),
  'unclosed.hot.ts': withSource('unclosed.ts'),
  'crossed.ts': region('  // #region a\n  // #region b\n  // #endregion a\n  // #endregion b'),
  'crossed.hot.ts': withSource('crossed.ts'),
  'doubled.ts': region('  // #region a\n  x++;\n  // #endregion\n  // #region a\n  x++;\n  // #endregion'),
  'doubled.hot.ts': withSource('doubled.ts'),
  'lost-function.hot.ts': spec("functions: ['nowhere'], run() { helper(); }", 'function helper() {}'),
  'lost-file.hot.ts': spec("functions: ['lib/nowhere.js#f'], run() {}"),
  'ambiguous.hot.ts': spec(
    "functions: ['f'], run() { new A().f(); new B().f(); }",
    'class A { f() {} }\nclass B { f() {} }',
  ),
  'idle-names.hot.ts': spec(
    "functions: ['f'], run() {}",
    'class A { f() {} }\nclass B { f() {} }\nnew A();\nnew B();',
  ),
  'syntax.hot.ts': 'export default {\n  name: = 1\n};\n',
  'syntax-in-source.hot.ts': withSource('broken.ts'),
  'broken.ts': 'export const f = () => 1;\nconst a = ;\n',
  'missing-import.hot.ts': "import { x } from './nowhere.js';\nexport default { name: 'p', run: () => x };\n",
  'no-export.hot.ts': "import { x } from './exporting.js';\nexport default { name: 'p', run: () => x };\n",
  'no-export.hot.js': "import './importing';\nexport default { name: 'p', run() {} };\n",
  'importing.ts': "\nexport { x } from './exporting.js';\n",
  'exporting.ts': 'export const y: number = 1;\n',
  'once.mjs':
    "const key = Symbol.for('once');\nif (globalThis[key]) throw new Error('loaded already');\nglobalThis[key] = 1;\n",
  'loaded-once.hot.ts': spec('run() {}', "import './once.mjs';"),
  'set-up-once.hot.ts': spec(
    "setup() { if (names.has('a')) throw new Error('a is registered'); names.add('a'); }, run() {}",
    'const names = ((globalThis as { names?: Set<string> }).names ??= new Set());',
  ),
  'exits.hot.ts': spec('run() { process.exit(7); }'),
  'dies.hot.ts': spec("run() { process.kill(process.pid, 'SIGKILL'); }"),
  'aborts.hot.ts': spec('run() { process.abort(); }'),
  'hangs.hot.ts': spec('run() { for (;;); }'),
  'never-settles.hot.ts': spec('run: () => new Promise(() => {})'),
  'no-script.txt': 'hello',
});
afterAll(() => bad.remove());

async function expectRefusal(
  words: readonly string[],
  code: number,
  ...said: readonly string[]
): Promise<void> {
  const ended = await hotpathInProcess(bad.folder, words);
  for (const text of said) expect(ended.err).toContain(text);
  expect(ended.code, ended.err).toBe(code);
  expect(ended.out).toBe('');
  expect(ended.err).not.toMatch(/^\s+at /m);
  expect(ended.err.trim().split('\n').length).toBeLessThanOrEqual(3);
}

interface Refusal {
  readonly name: string;
  readonly code: number;
  readonly said: readonly string[];
}

const cases: readonly Refusal[] = [
  { name: 'nowhere.hot.ts', code: 2, said: ['nowhere.hot.ts: no such file'] },
  { name: '.', code: 2, said: ['is a folder'] },
  { name: 'no-script.txt', code: 2, said: ['is not a script'] },
  { name: 'no-default.hot.ts', code: 2, said: ['no-default.hot.ts: has no default export'] },
  { name: 'number.hot.ts', code: 2, said: ['default export that is not an object, it is a number'] },
  { name: 'no-run.hot.ts', code: 2, said: ['has no `run` function'] },
  { name: 'no-name.hot.ts', code: 2, said: ['has no `name`'] },
  { name: 'run-no-function.hot.ts', code: 2, said: ['`run` that is not a function'] },
  { name: 'sources-no-list.hot.ts', code: 2, said: ['`sources` that is not a list of strings'] },
  { name: 'throws.hot.ts', code: 2, said: ['`run` failed: Error: no luck (', 'throws.hot.ts:3)'] },
  { name: 'throws-later.hot.ts', code: 2, said: ['`run` failed: RangeError: enough'] },
  { name: 'rejects.hot.ts', code: 2, said: ['`run` failed: Error: not today'] },
  { name: 'setup-throws.hot.ts', code: 2, said: ['`setup` failed: Error: no database'] },
  { name: 'teardown-throws.hot.ts', code: 2, said: ['`teardown` failed: Error: stuck'] },
  {
    name: 'repeatable.hot.ts',
    code: 2,
    said: ['no region "nowhere" in the loaded sources', 'The loaded sources have no regions.'],
  },
  { name: 'no-match.hot.ts', code: 2, said: ['sources: "nowhere/**/*.ts" matches no script'] },
  { name: 'unclosed.hot.ts', code: 2, said: ['unclosed.ts:2: region "a" is never closed'] },
  { name: 'crossed.hot.ts', code: 2, said: ['crossed.ts:4: `#endregion a` crosses region "b" of line 3'] },
  {
    name: 'doubled.hot.ts',
    code: 2,
    said: ['doubled.ts:5: region "a" has the same name as its sibling at line 2'],
  },
  {
    name: 'lost-function.hot.ts',
    code: 2,
    said: [
      'no function "nowhere" in the sources or in another file',
      'Functions there: helper (lost-function.hot.ts:1)',
    ],
  },
  { name: 'lost-file.hot.ts', code: 2, said: ['loads no file that ends in lib/nowhere.js'] },
  {
    name: 'ambiguous.hot.ts',
    code: 2,
    said: ['"f" matches 2 functions that ran', 'ambiguous.hot.ts:1 (A.f)', 'ambiguous.hot.ts:2 (B.f)'],
  },
  { name: 'idle-names.hot.ts', code: 2, said: ['"f" matches 2 functions, of which none ran'] },
  { name: 'syntax.hot.ts', code: 2, said: ['syntax.hot.ts:2: syntax error'] },
  { name: 'syntax-in-source.hot.ts', code: 2, said: ['broken.ts:2: syntax error'] },
  { name: 'missing-import.hot.ts', code: 2, said: ['cannot be loaded', 'nowhere.js'] },
  {
    name: 'no-export.hot.ts',
    code: 2,
    said: ["The requested module './exporting.js' does not provide an export named 'x' (no-export.hot.ts:1)"],
  },
  {
    name: 'no-export.hot.js',
    code: 2,
    said: ["The requested module './exporting.js' does not provide an export named 'x' (importing.ts:2)"],
  },
  {
    name: 'loaded-once.hot.ts',
    code: 3,
    said: [
      'loaded-once.hot.ts: cannot be loaded again: Error: loaded already (once.mjs:2)',
      'hotpath loads the path several times in a process.',
    ],
  },
  {
    name: 'set-up-once.hot.ts',
    code: 3,
    said: ['`setup` failed for a second copy: Error: a is registered', 'several times in a process'],
  },
  { name: 'exits.hot.ts', code: 3, said: ['a fork ended early with exit code 7'] },
  { name: 'dies.hot.ts', code: 3, said: ['a fork was killed by SIGKILL'] },
  { name: 'aborts.hot.ts', code: 3, said: ['a fork was killed by SIGABRT'] },
];

describe('bad input gets one sentence, a way out and the right exit code', () => {
  it.each(cases)('$name: exit code $code', ({ name, code, said }) =>
    expectRefusal(['run', '--quick', name], code, ...said),
  );

  it('a path that hangs is given up after --timeout', async () => {
    await expectRefusal(['run', '--timeout', '2', 'hangs.hot.ts'], 3, 'the path hangs', 'for 2 s');
    await expectRefusal(['run', '--timeout', '2', 'never-settles.hot.ts'], 3, 'never-settles.hot.ts: ');
  });

  it('a specification that fails does not keep the next from being measured', async () => {
    writeFileSync(bad.path('next.hot.ts'), spec('run() { return Math.random(); }'));
    const ended = await hotpathBriefly(bad.folder, [
      'run',
      '--quick',
      'throws.hot.ts',
      'next.hot.ts',
      '--json',
      'out.json',
    ]);
    expect(ended.code).toBe(2);
    expect(ended.err).toContain('no luck');
    expect(ended.out).toContain('│ TOTAL');
  });
});
