import { afterAll, expect, it } from 'vitest';
import { hotpathBriefly } from '../support/briefly.js';
import { createWorkspace } from '../support/workspace.js';

const spec = (sources: string): string =>
  `import { f } from './f.ts';\nexport default { name: 'folds', ${sources} run: () => f(1) };\n`;
const made = createWorkspace({
  'f.ts': `export function f(n: number): number {
  // #region row
  for (let i = 0; i < 50; i++) n = (n * 31 + i) | 0;
  // #endregion
  return Math.max(
    // #region argument
    n,
    // #endregion
    1,
  );
}
`,
  'loaded.hot.ts': spec(''),
  'pattern.hot.ts': spec("sources: ['*.ts', '!pattern.hot.ts'],"),
});
afterAll(made.remove);

it.each(['loaded.hot.ts', 'pattern.hot.ts'])(
  'a mark that only folds text is passed over with a note, and the other rows are measured: %s',
  async (name) => {
    const { code, out } = await hotpathBriefly(made.folder, ['run', '--quick', name]);
    expect(code).toBe(0);
    expect(out).toMatch(/│ row +│/);
    expect(out.replace(/\s+/g, ' ')).toContain(
      'make no row: f.ts:6 (region "argument" is inside an expression)',
    );
  },
);
