import { describe, expect, it, onTestFinished } from 'vitest';
import { hotpathBriefly } from '../support/briefly.js';
import { createWorkspace } from '../support/workspace.js';

/** Programs that go on for ever, or fail, without a row, though no condition of the file shows it. */
const programs = {
  'a loop waits for it': `
    let remaining = 0; let over = 0; let x = 1;
    const note = (n) => { over = Number(n < 1); };
    function step() {
      // #region row
      remaining = remaining - 1;
      // #endregion
      x = (x * 31 + 7) | 0;
      note(remaining);
    }
    function run() { remaining = 10; over = 0; while (over === 0) step(); return x; }`,
  'a recursion waits for it': `
    let x = 1; const ends = [() => x, (n) => down(n)];
    function down(n) {
      // #region row
      n = n - 1;
      // #endregion
      x = (x * 31 + n) | 0;
      return ends[Math.min(1, Math.abs(n))](n);
    }
    const run = () => down(20);`,
  'it fails': `
    let at = 0; const list = [1, 2, 3]; let x = 1;
    function run() {
      at = 1;
      // #region row
      at = at * 2 + 1;
      // #endregion
      return list[at - 3].toFixed(at);
    }`,
};

describe('a path that cannot do without a row', () => {
  it.each(Object.entries(programs))('is measured where %s', async (_, program) => {
    const made = createWorkspace({ 'p.hot.mjs': `${program}\nexport default { name: 'p', run };` });
    onTestFinished(made.remove);
    const { code, out, err } = await hotpathBriefly(made.folder, ['run', 'p.hot.mjs', '--quick']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/│ row +│/);
  });
});
