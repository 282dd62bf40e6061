import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { layOutFlame } from '../../src/profiles/tree/flame-layout.js';
import { mergeProfiles } from '../../src/profiles/tree/merge.js';
import { createProfileBuilder } from '../../src/profiles/tree/profile-builder.js';
import { totalsOf } from '../../src/profiles/tree/walk.js';
import { writeFlameSvg } from '../../src/report/flame/flame-svg.js';
import { fitted } from '../../src/report/text/fitted.js';
import { profileOf } from '../support/profile-of.js';
import { createWorkspace, hotpath, type Workspace } from '../support/workspace.js';

const drawing = { title: 'sample', said: '10 samples', icicle: false, narrowest: 0, width: 1200 };

describe('the layout of a flame graph', () => {
  const profile = profileOf({ 'main b': 30, 'main a': 20, 'main a c': 40, other: 10 });

  it('stands calls side by side by name, above who called them, as wide as they weigh', () => {
    const { boxes, total, depth, hidden } = layOutFlame(profile, 0);
    const shown = boxes.map((box) => [
      profile.functions[profile.functionOf[box.node] as number]?.name ?? 'all',
      box.depth,
      Math.round(100 * box.from),
      Math.round(100 * box.width),
    ]);
    expect(shown).toEqual([
      ['all', 0, 0, 100],
      ['main', 1, 0, 90],
      ['other', 1, 90, 10],
      ['a', 2, 0, 60],
      ['b', 2, 60, 30],
      ['c', 3, 0, 40],
    ]);
    expect([total, depth, hidden]).toEqual([100, 3, 0]);
  });

  it('leaves narrow calls out, and what they called, without moving the others', () => {
    const { boxes, hidden } = layOutFlame(profileOf({ 'a x y': 1, 'b z': 99 }), 0.02);
    expect(boxes.map(({ from }) => from)).toEqual([0, 0.01, 0.01]);
    expect(hidden).toBe(3);
  });

  it('holds nothing but the root where nothing was sampled', () => {
    const { boxes, total } = layOutFlame(profileOf({ a: 0 }), 0);
    expect([boxes.length, total]).toEqual([1, 0]);
  });

  it('may be of stacks ten thousand deep', () => {
    const deep = profileOf({ [Array.from({ length: 10_000 }, (_, index) => `f${index % 7}`).join(' ')]: 3 });
    expect(layOutFlame(deep, 0).depth).toBe(10_000);
    expect([...writeFlameSvg(deep, drawing)].length).toBeGreaterThan(10_000);
  });
});

describe('profiles added up', () => {
  it('have each call once and the sum of all weights', () => {
    const sum = mergeProfiles([profileOf({ 'a b': 1, c: 2 }), profileOf({ 'a b': 3, 'a d': 4 })]);
    expect(sum?.parents.length).toBe(5);
    expect(sum && [totalsOf(sum)[0], sum.samples]).toEqual([10, 10]);
  });

  it('must count the same', () => {
    expect(mergeProfiles([profileOf({ a: 1 }), createProfileBuilder('bytes').build()])).toBeNull();
  });
});

describe('a drawn flame graph', () => {
  it('has a box with a title a call, and names cannot leave their text', () => {
    const names = [
      '<img src=x onerror=alert(1)>',
      '</script>',
      ']]>',
      '\u001b[31m',
      '"\'&',
      '__proto__',
      '漢字',
    ];
    const svg = [...writeFlameSvg(profileOf({ [names.join('\n')]: 5 }, '\n'), drawing)].join('');
    expect(svg.match(/<g class="box /g)).toHaveLength(names.length + 1);
    expect(svg).toContain('<title>&lt;img src=x onerror=alert(1)&gt;\n5 samples, 100.0%</title>');
    const [before, after] = svg.split(/<script>|<\/script>/).filter((_, index) => index !== 1) as [
      string,
      string,
    ];
    expect(before + after).not.toMatch(/<(?!\/?(?:svg|style|text|g|rect|title|script)\b)/);
    expect(svg).not.toContain('\u001b');
    expect(svg.split(']]>')).toHaveLength(2);
  });

  it('stands on its head as an icicle', () => {
    const profile = profileOf({ 'outer inner': 1 });
    const tops = (icicle: boolean): number[] =>
      [
        ...[...writeFlameSvg(profile, { ...drawing, icicle })]
          .join('')
          .matchAll(/<rect [^>]*y="(\d+)"[^>]*height="16"/g),
      ].map(([, y]) => Number(y));
    expect(tops(false)).toEqual([...tops(true)].reverse());
    expect(tops(true)).toEqual([...tops(true)].sort((a, b) => a - b));
  });

  it('cuts names to the room that there is', () => {
    expect(fitted('buildEnvelope', 20)).toBe('buildEnvelope');
    expect(fitted('buildEnvelope', 6)).toBe('build…');
    expect(fitted('漢字の関数', 6)).toBe('漢字…');
    expect(fitted('x'.repeat(10_000), 5)).toBe('xxxx…');
    expect(fitted('abcdef', 2)).toBe('');
  });
});

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
    expect(await hotpath(folder, ['flame', 'app.folded'])).toMatchObject({
      code: 0,
      out: 'app.svg: 4 samples in 4 samples of 3 functions, 3 calls\n',
      err: '',
    });
    expect(readFileSync(join(folder, 'app.svg'), 'utf8')).toContain('>main<');
    for (const file of ['app.cpuprofile', 'app.pb.gz', 'again.collapsed', 'app.speedscope.json'])
      expect(await hotpath(folder, ['flame', 'app.folded', '--out', file])).toMatchObject({
        code: 0,
        err: '',
      });
    expect((await hotpath(folder, ['flame', 'app.pb.gz', '--out', 'x.collapsed'])).code).toBe(0);
    expect(readFileSync(join(folder, 'x.collapsed'), 'utf8')).toBe('main;a 3\nmain;b 1\n');
    expect((await hotpath(folder, ['flame', 'app.cpuprofile'])).out).toContain('4.000 ms in 4 samples');
  });

  it('draws a path with its rows as calls of their own, per operation', async () => {
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
    const { code, out, err } = await hotpath(folder, ['flame', '--quick', 'path.hot.mjs']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^two rows\.svg: [\d.]+ µs an operation, [\d,]+ samples with inlining off, which makes/,
    );
    const svg = readFileSync(join(folder, 'two rows.svg'), 'utf8');
    const widths = [
      ...svg.matchAll(/<g class="box row s\d"[^>]*data-width="([\d.]+)"[^>]*data-name="(\w+)"/g),
    ].map(([, width, name]) => [name, Number(width)] as const);
    expect(widths.map(([name]) => name)).toEqual(['long', 'short']);
    // A tenth of the work, from some 2,000 samples.
    const [long, short] = widths.map(([, width]) => width) as [number, number];
    expect(short / (short + long)).toBeGreaterThan(0.05);
    expect(short / (short + long)).toBeLessThan(0.2);
    expect(await hotpath(folder, ['flame', 'path.hot.mjs', 'other.hot.mjs'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('a specification cannot be combined with other inputs'),
    });
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
    const { code, out } = await hotpath(folder, ['flame', 'profiles', '--svg', 'all.svg', '--icicle']);
    expect(code).toBe(0);
    expect(out).toMatch(/^all\.svg: .* in [\d,]+ samples of \d+ functions, \d+ calls\n$/);
    const svg = readFileSync(join(folder, 'all.svg'), 'utf8');
    expect(svg).toMatch(/<g class="box own s\d"[^>]*data-name="burnLong"/);
  });

  it.each([
    [['flame', 'missing.cpuprofile'], 'no such file'],
    [['flame', 'empty.cpuprofile'], 'empty.cpuprofile: it is empty'],
    [['flame', 'words.txt'], 'words.txt: line 1 does not end with a weight'],
    [['flame', 'good.folded', '--out', 'x.docx'], 'x.docx: no format has this extension'],
    [['flame', 'good.folded', '--svg', 'no/where.svg'], 'cannot be written (no such folder)'],
    [['flame', 'good.folded', '--html', 'no/where.html'], 'cannot be written (no such folder)'],
    [['flame', 'nothing'], 'nothing: no .cpuprofile in this folder'],
  ])('%j is refused with a sentence', async (words, sentence) => {
    const folder = workspace({ 'empty.cpuprofile': '', 'words.txt': 'some words\n', 'good.folded': 'a 1\n' });
    mkdirSync(join(folder, 'nothing'));
    writeFileSync(join(folder, 'nothing', 'readme'), '');
    const { code, err } = await hotpath(folder, words);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
    expect(err.trim().split('\n')).toHaveLength(2);
  });
});
