import { existsSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { hotpathBriefly } from '../support/briefly.js';
import { hotpathInProcess } from '../support/in-process-built.js';
import { createWorkspace, type Ended } from '../support/workspace.js';

const made = createWorkspace({
  'lib.ts': 'export const sorted = (list: number[]): number[] => list.sort();\n',
  'tiny.bench.ts': `
    import { writeFileSync } from 'node:fs';
    import { Bench } from 'tinybench';
    import { sorted } from './lib';
    let list: number[] = [];
    const bench = new Bench();
    bench.add('sort', () => {
      if (list.join() !== '3,1,2') throw new Error('the hook has not run');
      return sorted(list);
    }, { beforeEach() { list = [3, 1, 2]; } });
    await bench.run();
    const other = new Bench();
    other.add('second', () => 1);
    await other.run();
    writeFileSync('results.json', JSON.stringify(bench.table()));
    process.exit(1);
  `,
  'required.cjs': `
    const { Suite } = require('benchmark');
    Suite('s').add('one', () => 1).on('complete', () => process.exit(1)).run();
  `,
  'late.mjs': `
    import { run, bench } from 'mitata';
    async function main() { await new Promise((done) => setTimeout(done, 30)); bench('late', () => 1); (await run()).benchmarks[0].stats; }
    main();
  `,
  'globals.bench.mjs': 'describe("g", () => bench("one", () => 1));',
  'managed.mjs': "import { Suite } from 'bench-node'; new Suite().add('own', (timer) => timer);",
  'expects.bench.mjs': "import { bench, expect } from 'vitest'; bench('a', () => { expect(1).toBe(1); });",
  'none.bench.mjs': "import { Bench } from 'tinybench'; new Bench();",
  'throws.bench.mjs': "import { bench } from 'vitest';\nthrow new Error('no luck');",
  'fine.hot.mjs': "import 'node:fs'; export default { name: 'fine', run() {} };",
});
afterAll(made.remove);

const run = (...words: string[]): Promise<Ended> => hotpathInProcess(made.folder, ['run', ...words]);

describe('hotpath run BENCHMARK FILE', () => {
  it('lists the cases of files, runs none and keeps the files from doing things with results', async () => {
    const { out, err, code } = await run(
      '--list',
      'tiny.bench.ts',
      'required.cjs',
      'late.mjs',
      'globals.bench.mjs',
    );
    expect({ err, code }).toEqual({ err: '', code: 0 });
    expect(out.trim().split('\n')).toEqual([
      ...['tiny.bench.ts: sort', 'tiny.bench.ts: second', 'required.cjs: s > one'],
      ...['late.mjs: late', 'globals.bench.mjs: g > one'],
    ]);
    expect(existsSync(made.path('results.json'))).toBe(false);
  });

  it('measures a case, with what runs before each operation as a row', async () => {
    const words = ['run', 'tiny.bench.ts', '--filter', 'sort', '--quick', '--json', '-'];
    const { out, err, code } = await hotpathBriefly(made.folder, words);
    expect({ err, code }).toEqual({ err: '', code: 0 });
    const { path, ledger } = JSON.parse(out);
    expect(path.name).toBe('tiny.bench.ts: sort');
    expect(ledger.rows.map(({ name }: { name: string }) => name)).toContain('before each operation');
  });

  const refusals: readonly (readonly [readonly string[], string])[] = [
    [['none.bench.mjs'], 'none.bench.mjs: registers no case of vitest'],
    [['managed.mjs'], 'managed.mjs: own is left out: it times itself'],
    [['managed.mjs'], 'managed.mjs: none of its cases can be a path'],
    [['expects.bench.mjs'], 'the benchmark uses `expect` of vitest'],
    [['throws.bench.mjs'], 'throws.bench.mjs: cannot be loaded: Error: no luck (throws.bench.mjs:2)'],
    [['tiny.bench.ts', '--filter', 'nothing'], 'tiny.bench.ts: has no case "nothing"'],
    [['fine.hot.mjs', '--filter', 'x'], 'the choice of a case is for a benchmark file'],
    [['tiny.bench.ts', '--args', '[]'], '--args is for FILE#EXPORT, and tiny.bench.ts is not of this form'],
  ];

  it.each(refusals)('refuses in one sentence: %j', async (words, message) => {
    const { out, err, code } = await run(...words);
    expect(err).toContain(message);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).not.toMatch(/^\s+at /m);
  });

  it('takes one case in commands that take one path', async () => {
    const { err, code } = await hotpathInProcess(made.folder, ['flame', 'tiny.bench.ts']);
    expect(err).toContain('2 paths named, and this command takes one');
    expect(err).toContain('--case TEXT');
    expect(code).toBe(2);
  });
});
