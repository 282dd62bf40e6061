import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { faultsOf } from '../support/published.js';
import { createWorkspace, hotpath, type Workspace } from '../support/workspace.js';

const folders: Workspace[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

const spin = `let x = 1;
  function spin(turns) { for (let i = 0; i < turns; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0; }`;

describe('what-if and score on a path of known shares', () => {
  it('project what the real change brings', async () => {
    const rows = (long: string): string => `${spin}
      function run() {
        // #region short
        // hotpath: repeatable
        spin(1000);
        // #endregion
        ${long}
      }
      export default { name: 'known', run };`;
    const long = '// #region long\n// hotpath: repeatable\nspin(3000);\n// #endregion\n';
    const made = createWorkspace({ 'before.hot.mjs': rows(long), 'after.hot.mjs': rows('') });
    folders.push(made);
    const projected = await hotpath(made.folder, [
      'what-if',
      'before.hot.mjs',
      '--quick',
      '--json',
      'p.json',
    ]);
    expect([projected.code, projected.err]).toEqual([0, '']);
    expect(faultsOf('projections', JSON.parse(readFileSync(made.path('p.json'), 'utf8')))).toBeNull();
    expect(projected.out).toMatch(/│ long +│ +[\d.]+ │ +\+[\d.]+ ±[\d.]+ │/);
    const id = /(p\d+) long removed/.exec(projected.out)?.[1] as string;
    const scored = await hotpath(made.folder, [
      'score',
      'after.hot.mjs',
      '--before',
      'before.hot.mjs',
      '--projection',
      id,
      '--quick',
    ]);
    expect(scored.err).toBe('');
    // Three quarters of the path: whether it is a hit depends on the machine's calm, its size does not.
    const [, gain, measured] = /known, long removed │ +([\d.]+) ±[\d.]+ │ +([\d.]+) ±/.exec(scored.out) ?? [];
    expect(Number(measured) / Number(gain)).toBeGreaterThan(0.6);
    expect(Number(measured) / Number(gain)).toBeLessThan(1.6);
    expect((await hotpath(made.folder, ['score'])).out).toContain('known, long removed');
  });

  it('say what they cannot do in a sentence', async () => {
    const made = createWorkspace({
      'effects.hot.mjs': `const list = [];
        function run() {
          // #region grows
          list.push(1);
          // #endregion
          if (list.length > 100) list.length = 0;
        }
        export default { name: 'effects', run };`,
      'store.jsonl': '{"id":"p1"\n',
    });
    folders.push(made);
    expect(await hotpath(made.folder, ['what-if', 'effects.hot.mjs', '--quick'])).toMatchObject({
      code: 3,
      err: expect.stringContaining('no row can be removed; grows: it calls list.push'),
    });
    expect(await hotpath(made.folder, ['score', 'effects.hot.mjs', '--projection', 'p9'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('has no projection p9'),
    });
    expect(
      await hotpath(made.folder, [
        'score',
        'effects.hot.mjs',
        '--projection',
        'p1',
        '--store',
        'store.jsonl',
      ]),
    ).toMatchObject({ code: 2, err: expect.stringContaining('store.jsonl:1: is not JSON') });
    expect(await hotpath(made.folder, ['floor', 'effects.hot.mjs', '--quick'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('declares no floor'),
    });
  });
});
