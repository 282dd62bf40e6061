import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hotpathBriefly } from '../support/briefly.js';
import { faultsOf } from '../support/published.js';
import { createWorkspace } from '../support/workspace.js';

const spin = `let x = 1;
  function spin(turns) { for (let i = 0; i < turns; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0; }`;

describe('what-if and score', () => {
  it('project for a row of known share what its removal brings, and score it', async () => {
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
    onTestFinished(made.remove);
    const projected = await hotpathBriefly(made.folder, [
      'what-if',
      'before.hot.mjs',
      '--quick',
      '--json',
      made.path('p.json'),
    ]);
    expect([projected.code, projected.err]).toEqual([0, '']);
    expect(faultsOf('projections', JSON.parse(readFileSync(made.path('p.json'), 'utf8')))).toBeNull();
    expect(projected.out).toMatch(/│ long +│ +[\d.]+ │ +\+[\d.]+ ±[\d.]+ │/);
    const id = /(p\d+) long removed/.exec(projected.out)?.[1] as string;
    const scored = await hotpathBriefly(made.folder, [
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
    expect((await hotpathBriefly(made.folder, ['score'])).out).toContain('known, long removed');
  });
});
