import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { prune } from '../../src/profiles/tree/prune.js';
import { flamePayload } from '../../src/report/flame/flame-payload.js';
import { embeddedJson } from '../../src/report/pages/embedded-json.js';
import { writeFlamePage } from '../../src/report/pages/flame-page.js';
import { profileOf } from '../support/profile-of.js';
import { createWorkspace, hotpath, type Workspace } from '../support/workspace.js';

const drawing = { title: 'sample', said: 'some samples', icicle: false, narrowest: 0 };

describe('pruning', () => {
  const profile = profileOf({ 'a b': 5, 'a c': 3, 'a c d': 1, e: 1, f: 0 });
  const names = (most: number, narrowest: number): string =>
    [...prune(profile, most, narrowest).kept]
      .flatMap((isKept, node) =>
        isKept ? [profile.functions[profile.functionOf[node] as number]?.name ?? 'all'] : [],
      )
      .join(' ');

  it('keeps the heaviest calls with who called them, and none without weight', () => {
    expect(names(10, 0)).toBe('all a b c d e');
    expect(names(3, 0)).toBe('all a b c');
    expect(names(4, 0)).toBe('all a b c d');
    expect(names(1, 0)).toBe('all a');
    expect(prune(profile, 3, 0).leftOut).toBe(3);
  });

  it('leaves out what is lighter than a share of the whole', () => {
    expect(names(10, 0.2)).toBe('all a b c');
    expect(names(10, 0.1)).toBe('all a b c d e');
  });
});

describe('what a page carries', () => {
  const profile = profileOf({ 'main a x': 4, 'main a y': 3, 'main b': 50, 'main a': 2, 'z x': 1 });

  it('is every call once, callers first, and functions with their exact weights', () => {
    const { calls, functions, leftOut } = flamePayload(profile, drawing);
    expect(functions.name).toEqual(['main', 'a', 'x', 'y', 'b', 'z']);
    expect(functions.own).toEqual([0, 2, 5, 3, 50, 0]);
    expect(functions.whole).toEqual([59, 9, 5, 3, 50, 1]);
    expect(calls.depth).toEqual([1, 2, 3, 3, 2, 1, 2]);
    expect(calls.called).toEqual([0, 1, 2, 3, 4, 5, 2]);
    expect(calls.self).toEqual([0, 2, 4, 3, 50, 0, 1]);
    expect(leftOut).toEqual({ calls: 0, weight: 0, functions: 0 });
  });

  it('folds light calls into remainders of stated number, and no total changes', () => {
    const { calls, functions, leftOut } = flamePayload(profile, drawing, 3);
    expect(calls.depth).toEqual([1, 2, 3, 2, 1]);
    expect(calls.called).toEqual([0, 1, -1, 4, -1]);
    expect(calls.self).toEqual([0, 2, 7, 50, 1]);
    expect(calls.remainders).toEqual([2, 2]);
    expect(leftOut).toEqual({ calls: 4, weight: 8, functions: 0 });
    expect(functions.own.reduce((sum, own) => sum + own, 0)).toBe(60);
    expect(calls.self.reduce((sum, self) => sum + self, calls.root)).toBe(60);
  });

  it('knows whose code each function is', () => {
    const { categories, functions } = flamePayload(
      profileOf({ 'a@/x/a.js b@/x/node_modules/p/b.js c@node:fs (garbage)': 1 }),
      drawing,
    );
    expect(functions.category.map((one) => categories[one]?.name)).toEqual([
      'own code',
      'packages',
      'Node',
      'V8 and system',
    ]);
    expect(functions.files).toEqual(['/x/a.js', '/x/node_modules/p/b.js', 'node:fs', '']);
  });
});

describe('JSON in a page', () => {
  it('is JSON, and cannot end the block that it stands in', () => {
    const value = {
      a: ['</script>', '<!--', '\u2028\u2029', '\ud800', ']]>'],
      b: { c: [], d: {}, __proto: null },
    };
    const text = [...embeddedJson(value)].join('');
    expect(JSON.parse(text)).toEqual(value);
    expect(text).not.toMatch(/[<\u2028\u2029\ud800]/);
  });

  it('comes in pieces', () => {
    const long = Array.from({ length: 25_000 }, (_, index) => index);
    const pieces = [...embeddedJson(long)];
    expect(pieces.length).toBe(5);
    expect(JSON.parse(pieces.join(''))).toEqual(long);
  });
});

describe('a page', () => {
  it('allows its own script and style and nothing else', () => {
    const viewer = { script: 'let x = 1;', style: 'p{}' };
    const page = [...writeFlamePage(profileOf({ a: 1 }), { ...drawing, title: '<b>&"' }, viewer)].join('');
    expect(page).toContain(
      `content="default-src 'none'; script-src 'sha256-qtc3jf64UXA5J6U02kfQ0Cvn9Uz4wXUaN3NNUVgR2v4='; style-src 'sha256-`,
    );
    expect(page).toContain('<title>&lt;b&gt;&amp;&quot;</title>');
    expect(page.match(/<script/g)).toHaveLength(2);
  });
});

describe('hotpath flame --html', () => {
  const folders: Workspace[] = [];
  afterAll(() => {
    for (const folder of folders) folder.remove();
  });

  it('writes a page, beside other forms if they are asked for, by its ending with --out', async () => {
    const made = createWorkspace({ 'app.folded': 'main;a 3\nmain;b 1\n' });
    folders.push(made);
    const said = '4 samples in 4 samples of 3 functions, 3 calls';
    expect(
      await hotpath(made.folder, ['flame', 'app.folded', '--html', 'a.html', '--svg', 'a.svg']),
    ).toMatchObject({
      code: 0,
      out: `a.svg: ${said}\na.html: ${said}\n`,
      err: '',
    });
    expect(await hotpath(made.folder, ['flame', 'app.folded', '--out', 'b.html', '--icicle'])).toMatchObject({
      code: 0,
    });
    const page = readFileSync(join(made.folder, 'b.html'), 'utf8');
    expect(page).toContain('"icicle":true');
    expect(page).not.toMatch(/(?:src|href)=/);
  });

  it('is written by hotpath record, too', async () => {
    const made = createWorkspace({
      'main.mjs': 'function spin() { for (let i = 0; i < 1e8; i++); } spin();',
    });
    folders.push(made);
    const words = ['record', '--out', 'spin.html', '--', process.execPath, 'main.mjs'];
    expect(await hotpath(made.folder, words)).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^spin\.html: /),
    });
    expect(readFileSync(join(made.folder, 'spin.html'), 'utf8')).toContain('"spin"');
  });
});
