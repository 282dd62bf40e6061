import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { hotpathInProcess } from '../support/in-process-built.js';
import { createWorkspace, hotpath, type Workspace } from '../support/workspace.js';

describe('hotpath flame', () => {
  const folders: Workspace[] = [];
  afterAll(() => {
    for (const folder of folders) folder.remove();
  });
  const workspace = (files: Record<string, string>): string => {
    const made = createWorkspace(files);
    folders.push(made);
    return made.folder;
  };

  it('draws collapsed stacks, and writes them in other formats whose totals agree', async () => {
    const folder = workspace({ 'app.folded': 'main;a 3\nmain;b 1\n' });
    expect(await hotpathInProcess(folder, ['flame', 'app.folded'])).toMatchObject({
      code: 0,
      out: 'app.svg: 4 samples in 4 samples of 3 functions, 3 calls\n',
      err: '',
    });
    expect(readFileSync(join(folder, 'app.svg'), 'utf8')).toContain('>main<');
    for (const file of ['app.cpuprofile', 'app.pb.gz', 'again.collapsed', 'app.speedscope.json'])
      expect(await hotpathInProcess(folder, ['flame', 'app.folded', '--out', file])).toMatchObject({
        code: 0,
        err: '',
      });
    expect((await hotpathInProcess(folder, ['flame', 'app.pb.gz', '--out', 'x.collapsed'])).code).toBe(0);
    expect(readFileSync(join(folder, 'x.collapsed'), 'utf8')).toBe('main;a 3\nmain;b 1\n');
    expect((await hotpathInProcess(folder, ['flame', 'app.cpuprofile'])).out).toContain(
      '4.000 ms in 4 samples',
    );
  });

  it('draws the rows of a path as calls of their own, in time per operation', async () => {
    const folder = workspace({
      'path.hot.mjs': `let x = 1;
        function spin(turns) { for (let i = 0; i < turns; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0; }
        function run() {
          // #region short
          spin(500);
          // #endregion
          // #region long
          spin(4500);
          // #endregion
        }
        export default { name: 'two rows', run };`,
    });
    const { code, out, err } = await hotpathInProcess(folder, ['flame', '--quick', 'path.hot.mjs']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^two-rows\.svg: [\d.]+ µs an operation, [\d,]+ samples with inlining off, which makes/,
    );
    const svg = readFileSync(join(folder, 'two-rows.svg'), 'utf8');
    const widths = [
      ...svg.matchAll(/<g class="box row s\d"[^>]*data-width="([\d.]+)"[^>]*data-name="(\w+)"/g),
    ].map(([, width, name]) => [name, Number(width)] as const);
    expect(widths.map(([name]) => name)).toEqual(['long', 'short']);
    // A tenth of the work, from some 2,000 samples.
    const [long, short] = widths.map(([, width]) => width) as [number, number];
    expect(short / (short + long)).toBeGreaterThan(0.05);
    expect(short / (short + long)).toBeLessThan(0.2);
    expect(await hotpathInProcess(folder, ['flame', 'path.hot.mjs', 'other.hot.mjs'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('a path cannot be combined with other inputs'),
    });
  });

  it('draws a path into this folder, whatever its name, and into no file of another path', async () => {
    const path = (name: string): string =>
      `let x = 1; export default { name: '${name}', run() { for (let i = 0; i < 900; i++) x = Math.imul(x, 3); } };`;
    const folder = workspace({ 'in/a.hot.mjs': path('../a/b'), 'in/b.hot.mjs': path('a-b') });
    const drawn = async (spec: string): Promise<string | undefined> => {
      const { code, out, err } = await hotpathInProcess(join(folder, 'in'), ['flame', '--quick', spec]);
      expect([code, err]).toEqual([0, '']);
      return out.split(': ')[0];
    };
    expect([await drawn('a.hot.mjs'), await drawn('b.hot.mjs'), await drawn('a.hot.mjs')]).toEqual([
      'a-b.svg',
      'a-b-2.svg',
      'a-b.svg',
    ]);
    expect(readdirSync(folder)).toEqual(['in']);
  });

  it('adds up the profiles that Node writes for a program and its worker', async () => {
    const folder = workspace({
      'main.mjs': `import { Worker, isMainThread } from 'node:worker_threads';
        function burnLong() { const end = Date.now() + 300; let x = 0; while (Date.now() < end) x++; return x; }
        if (isMainThread) new Worker(new URL(import.meta.url));
        burnLong();`,
    });
    mkdirSync(join(folder, 'profiles'));
    const { execFileSync } = await import('node:child_process');
    execFileSync(process.execPath, ['--cpu-prof', '--cpu-prof-dir=profiles', 'main.mjs'], { cwd: folder });
    const { code, out } = await hotpathInProcess(folder, [
      'flame',
      'profiles',
      '--svg',
      'all.svg',
      '--icicle',
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/^all\.svg: .* in [\d,]+ samples of \d+ functions, \d+ calls\n$/);
    const svg = readFileSync(join(folder, 'all.svg'), 'utf8');
    expect(svg).toMatch(/<g class="box own s\d"[^>]*data-name="burnLong"/);
  });

  it('reads what it wrote, wrapped, packed and in other writings, and says the same of all', async () => {
    const folder = workspace({ 'app.folded': 'main;a 3\nmain;b 1\n' });
    const written = async (file: string): Promise<Buffer> => {
      expect((await hotpathInProcess(folder, ['flame', 'app.folded', '--out', file])).code).toBe(0);
      return readFileSync(join(folder, file));
    };
    const profile = await written('app.cpuprofile');
    await written('app.speedscope.json');
    const files = {
      'wrapped.json': `{"id":1,"result":{"profile":${profile}}}`,
      'packed.cpuprofile.gz': gzipSync(profile),
      utf16: Buffer.from(`\ufeff${profile}`, 'utf16le'),
    };
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    for (const name of [...Object.keys(files), 'app.cpuprofile']) {
      const { code, out } = await hotpathInProcess(folder, ['functions', name]);
      expect([name, code, out]).toEqual([name, 0, expect.stringContaining('3.000 ms')]);
    }
    const { out } = await hotpathInProcess(folder, ['functions', 'app.speedscope.json']);
    expect(out).toContain('4 samples');
  });

  it('writes a page with --html, next to an SVG, and where the name given with --out ends in .html', async () => {
    const folder = workspace({ 'app.folded': 'main;a 3\nmain;b 1\n' });
    const said = '4 samples in 4 samples of 3 functions, 3 calls';
    expect(
      await hotpathInProcess(folder, ['flame', 'app.folded', '--html', 'a.html', '--svg', 'a.svg']),
    ).toMatchObject({
      code: 0,
      out: `a.svg: ${said}\na.html: ${said}\n`,
      err: '',
    });
    expect(
      await hotpathInProcess(folder, ['flame', 'app.folded', '--out', 'b.html', '--icicle']),
    ).toMatchObject({
      code: 0,
    });
    const page = readFileSync(join(folder, 'b.html'), 'utf8');
    expect(page).toContain('"icicle":true');
    expect(page).not.toMatch(/(?:src|href)=/);
  });

  it('writes a page of a program that hotpath record runs', async () => {
    const folder = workspace({
      'main.mjs': 'function spin() { for (let i = 0; i < 1e8; i++); } spin();',
    });
    const words = ['record', '--out', 'spin.html', '--', process.execPath, 'main.mjs'];
    expect(await hotpath(folder, words)).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^spin\.html: /),
    });
    expect(readFileSync(join(folder, 'spin.html'), 'utf8')).toContain('"spin"');
  });

  it.each([
    [['flame', 'missing.cpuprofile'], 'no such file'],
    [['flame', 'empty.cpuprofile'], 'empty.cpuprofile: it is empty'],
    [['flame', 'words.txt'], 'words.txt: line 1 does not end with a weight'],
    [['flame', 'good.folded', '--out', 'x.docx'], 'x.docx: no format has this extension'],
    [['flame', 'good.folded', '--svg', 'no/where.svg'], 'cannot be written (no such folder)'],
    [['flame', 'good.folded', '--html', 'no/where.html'], 'cannot be written (no such folder)'],
    [['flame', 'nothing'], 'nothing: no .cpuprofile in this folder'],
    [['functions', 'notes'], 'notes: line 1 does not end with a weight'],
    [['functions', 'trace.json'], 'trace.json: it is a trace without a CPU profile'],
    [['record', '--', './trace.json'], './trace.json: is a file that cannot be run as a command'],
    [['lines', '--', 'main.mjs'], 'main.mjs: is a file that cannot be run as a command'],
  ])('%j is refused with a sentence', async (words, sentence) => {
    const folder = workspace({
      'empty.cpuprofile': '',
      'words.txt': 'some words\n',
      'good.folded': 'a 1\n',
      notes: 'some words\n',
      'trace.json': '{"traceEvents":[]}',
      'main.mjs': '',
    });
    mkdirSync(join(folder, 'nothing'));
    writeFileSync(join(folder, 'nothing', 'readme'), '');
    const { code, err } = await hotpathInProcess(folder, words);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
    expect(err.trim().split('\n')).toHaveLength(2);
  });
});
