import { afterAll, expect, it } from 'vitest';
import { briefPolicy } from '../../src/plan/effort/policy.js';
import { hotpathInProcess } from '../support/in-process-built.js';
import { createWorkspace } from '../support/workspace.js';

const made = createWorkspace({
  'once.mjs': `const key = Symbol.for('once');
if (globalThis[key]) throw new Error('loaded already');
globalThis[key] = true;
export function work(n) {
  for (let i = 0; i < 300; i++) n = (n * 31 + i) | 0;
  for (let i = 0; i < 1200; i++) n = (n * 31 + i) | 0;
  return n;
}
`,
  'once.hot.mjs': `import { work } from './once.mjs';\nexport default { name: 'once', run: () => work(1) };\n`,
});
afterAll(made.remove);

interface Lines {
  readonly functions: readonly {
    readonly name: string;
    readonly lines: readonly { readonly line: number; readonly hits: number | null; readonly time: number }[];
  }[];
}

it('a path that can be loaded once in a process is sampled by lines', async () => {
  const words = ['lines', '--no-ledger', 'once.hot.mjs', '--quick', '--json', '-'];
  const { code, out } = await hotpathInProcess(made.folder, words, {
    adjustPolicy: (policy) => ({ ...briefPolicy(policy), sampledForks: 1 }),
  });
  expect(code).toBe(0);
  const { functions } = JSON.parse(out) as Lines;
  const work = functions.find(({ name }) => name === 'work');
  const at = (line: number) => work?.lines.find((one) => one.line === line);
  expect([at(5)?.hits, at(6)?.hits]).toEqual([1, 1]);
  expect(at(6)?.time).toBeGreaterThan(at(5)?.time ?? Number.NaN);
});
