import { afterAll, describe, expect, it } from 'vitest';
import { briefPolicy } from '../../src/plan/effort/policy.js';
import { hotpathInProcess } from '../support/in-process-built.js';
import { createWorkspace, type Ended } from '../support/workspace.js';

const made = createWorkspace({
  'f.ts': `export function f(n: number): number {
  // #region row
  for (let i = 0; i < 50; i++) n = (n * 31 + i) | 0;
  // #endregion
  if (n === 1234567) {
    // #region never
    n = 4;
    // #endregion
  }
  return Math.max(
    // #region argument
    n,
    // #endregion
    1,
  );
}
`,
  'p.hot.ts': `import { f } from './f.ts';\nexport default { name: 'folds', run: () => f(1) };\n`,
});
afterAll(made.remove);

/** Measures as little as gives numbers and samples. */
const measured = (words: readonly string[]): Promise<Ended> =>
  hotpathInProcess(made.folder, [...words, 'p.hot.ts', '--quick'], {
    adjustPolicy: (policy) => ({ ...briefPolicy(policy), sampledForks: 1 }),
  });

const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('a command that measures a path says what it leaves out', () => {
  it.each(['flame', 'functions', 'lines', 'verify'])('%s', async (word) => {
    const { out } = await measured([word]);
    expect(flat(out)).toContain('never ran: never');
    expect(flat(out)).toContain('make no row: f.ts:11 (region "argument" is inside an expression)');
  });

  it.each(['lines --no-ledger', 'what-if'])('%s, in its JSON and to stderr', async (words) => {
    const { out, err } = await measured([...words.split(' '), '--json', '-']);
    const { findings } = JSON.parse(out) as { findings: readonly { readonly id: string }[] };
    expect(findings.map(({ id }) => id)).toEqual(['idle-rows', 'fold-marks']);
    expect(flat(err)).toContain('never ran: never');
  });

  it('lines --spans names the lines that never ran', async () => {
    const { out } = await measured(['lines', '--spans', 'f']);
    expect(flat(out)).toContain('never ran: line 7');
  });
});
