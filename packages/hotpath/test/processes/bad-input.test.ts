import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createWorkspace, hotpath } from '../support/workspace.js';

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
  'syntax.hot.ts': 'export default {\n  name: = 1\n};\n',
  'syntax-in-source.hot.ts': withSource('broken.ts'),
  'broken.ts': 'export const f = () => 1;\nconst a = ;\n',
  'missing-import.hot.ts': "import { x } from './nowhere.js';\nexport default { name: 'p', run: () => x };\n",
  'exits.hot.ts': spec('run() { process.exit(7); }'),
  'dies.hot.ts': spec("run() { process.kill(process.pid, 'SIGKILL'); }"),
  'aborts.hot.ts': spec('run() { process.abort(); }'),
  'hangs.hot.ts': spec('run() { for (;;); }'),
  'never-settles.hot.ts': spec('run: () => new Promise(() => {})'),
  'fine.hot.ts': spec('run() {}'),
  'no-script.txt': 'hello',
  'no-measurement.json': '{}',
  'no-json.json': '{',
});
afterAll(() => bad.remove());

async function expectRefusal(
  words: readonly string[],
  code: number,
  ...said: readonly string[]
): Promise<void> {
  const ended = await hotpath(bad.folder, words);
  for (const text of said) expect(ended.err).toContain(text);
  expect(ended.code, ended.err).toBe(code);
  expect(ended.out).toBe('');
  expect(ended.err).not.toMatch(/^\s+at /m);
  expect(ended.err.trim().split('\n').length).toBeLessThanOrEqual(3);
}

const cases: readonly (readonly [string, number, ...string[]])[] = [
  ['nowhere.hot.ts', 2, 'nowhere.hot.ts: no such file'],
  ['.', 2, 'is a folder'],
  ['no-script.txt', 2, 'is not a script'],
  ['no-default.hot.ts', 2, 'no-default.hot.ts: has no default export'],
  ['number.hot.ts', 2, 'default export that is not an object, it is a number'],
  ['no-run.hot.ts', 2, 'has no `run` function'],
  ['no-name.hot.ts', 2, 'has no `name`'],
  ['run-no-function.hot.ts', 2, '`run` that is not a function'],
  ['sources-no-list.hot.ts', 2, '`sources` that is not a list of strings'],
  ['throws.hot.ts', 2, '`run` failed: Error: no luck (', 'throws.hot.ts:3)'],
  ['throws-later.hot.ts', 2, '`run` failed: RangeError: enough'],
  ['rejects.hot.ts', 2, '`run` failed: Error: not today'],
  ['setup-throws.hot.ts', 2, '`setup` failed: Error: no database'],
  ['teardown-throws.hot.ts', 2, '`teardown` failed: Error: stuck'],
  [
    'repeatable.hot.ts',
    2,
    'no region "nowhere" in the loaded sources',
    'The loaded sources have no regions.',
  ],
  ['no-match.hot.ts', 2, 'sources: "nowhere/**/*.ts" matches no script'],
  ['unclosed.hot.ts', 2, 'unclosed.ts:2: region "a" is never closed'],
  ['crossed.hot.ts', 2, 'crossed.ts:4: `#endregion a` crosses region "b" of line 3'],
  ['doubled.hot.ts', 2, 'doubled.ts:5: region "a" has the same name as its sibling at line 2'],
  ['lost-function.hot.ts', 2, 'no function "nowhere" in the sources', 'Functions there: helper'],
  ['lost-file.hot.ts', 2, 'loads no file that ends in lib/nowhere.js'],
  ['ambiguous.hot.ts', 2, '"f" matches 2 functions', 'ambiguous.hot.ts:1 (A.f)', 'ambiguous.hot.ts:2 (B.f)'],
  ['syntax.hot.ts', 2, 'syntax.hot.ts:2: syntax error'],
  ['syntax-in-source.hot.ts', 2, 'broken.ts:2: syntax error'],
  ['missing-import.hot.ts', 2, 'cannot be loaded', 'nowhere.js'],
  ['exits.hot.ts', 3, 'a fork ended early with exit code 7'],
  ['dies.hot.ts', 3, 'a fork was killed by SIGKILL'],
  ['aborts.hot.ts', 3, 'a fork was killed by SIGABRT'],
];

describe('bad input gets one sentence, a way out and the right exit code', () => {
  it.each(cases)('%s: %i', (name, code, ...said) => expectRefusal(['run', '--quick', name], code, ...said));

  it('also when the path hangs', async () => {
    await expectRefusal(['run', '--timeout', '2', 'hangs.hot.ts'], 3, 'the path hangs', 'for 2 s');
    await expectRefusal(['run', '--timeout', '2', 'never-settles.hot.ts'], 3, 'never-settles.hot.ts: ');
  });

  it('also on the command line', async () => {
    await expectRefusal(['run'], 2, 'no specification named');
    await expectRefusal(['run', '--seed', 'x', 'fine.hot.ts'], 2, 'whole number');
    await expectRefusal(['run', '--timeout', '0', 'fine.hot.ts'], 2, 'above 0');
    await expectRefusal(['run', '--nothing', 'fine.hot.ts'], 2, "unknown option '--nothing'");
    await expectRefusal(['run', 'fine.hot.ts', '--json', '--quick'], 2, "missing: '--quick' is an option");
    await expectRefusal(['flame', 'fine.hot.ts', '--svg', '--quick'], 2, "missing: '--quick' is an option");
    await expectRefusal(['walk'], 2, "unknown command 'walk'");
    await expectRefusal(['run', '--from', 'nowhere.json'], 2, 'nowhere.json: cannot be read');
    await expectRefusal(['run', '--from', 'no-json.json'], 2, 'no-json.json: is not JSON');
    await expectRefusal(['run', '--from', 'no-measurement.json'], 2, 'is not a saved measurement');
    await expectRefusal(['run', '--from', 'no-json.json', 'fine.hot.ts'], 2, 'takes no specification');
  });

  it('and a specification that fails does not keep the next from being measured', async () => {
    writeFileSync(bad.path('next.hot.ts'), spec('run() { return Math.random(); }'));
    const ended = await hotpath(bad.folder, [
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
