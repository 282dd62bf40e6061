import { afterAll, expect, it } from 'vitest';
import type { LedgerRow } from '../../src/model/report/ledger.js';
import { hotpathBriefly } from '../support/briefly.js';
import { createWorkspace } from '../support/workspace.js';

const loop = (turns: string): string =>
  `for (let i = 0; i < ${turns}; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;`;

const files = createWorkspace({
  'lib.mjs': `let x = 1;
const handlers = {};
handlers.heavy = (turns) => { ${loop('turns')} };
function light(turns) { ${loop('turns')} }
export function outer() { handlers.heavy(3000); light(1000); return x; }
export function alone() {
  let sum = 0;
  ${loop('3000')}
  ${loop('1000')}
  sum += x;
  return sum;
}
`,
  'functions.hot.mjs': `import { outer } from './lib.mjs';
export default { name: 'functions', run: () => outer() };
`,
  'statements.hot.mjs': `import { alone } from './lib.mjs';
export default { name: 'statements', run: () => alone() };
`,
  'made.hot.mjs': `const made = new Function('x', ${JSON.stringify(`${loop('3000')} ${loop('1000')} return x;`)});
export default { name: 'made', run: () => made(1) };
`,
  'node_modules/one/package.json': '{ "name": "one", "type": "module", "main": "index.js" }',
  'node_modules/one/index.js': `let x = 1;
export class Idle { work() {} }
export class Busy { work() { ${loop('2000')} } }
export const busy = new Busy();
`,
  'named.hot.mjs': `import { busy } from 'one';
export default { name: 'named', functions: ['work'], run: () => busy.work() };
`,
  'marked.hot.mjs': `let x = 1;
export default { name: 'marked', run() {
  // #region first
  ${loop('1000')}
  // #endregion
  return x;
} };
`,
});
afterAll(files.remove);

interface MadeText {
  readonly name: string;
  readonly text: string;
}

interface Reported {
  readonly made: readonly MadeText[] | undefined;
  readonly rows: readonly LedgerRow[];
  readonly explained: number;
}

async function ledgerOf(spec: string, ...words: string[]): Promise<Reported> {
  const { code, out, err } = await hotpathBriefly(files.folder, [
    'run',
    spec,
    '--quick',
    '--json',
    '-',
    ...words,
  ]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const { ledger, made } = JSON.parse(out);
  return { ...ledger, made };
}

function names({ rows }: Reported): string[] {
  return rows.map(({ name }) => name);
}

it('functions become rows where a path names none', async () => {
  const ledger = await ledgerOf('functions.hot.mjs');
  expect(names(ledger)).toEqual(expect.arrayContaining(['lib.mjs:3 handlers.heavy', 'light']));
  expect(ledger.explained).toBeGreaterThan(0.8);
});

it('statements become rows where a function keeps its time for itself', async () => {
  expect(names(await ledgerOf('statements.hot.mjs'))).toContainEqual(
    expect.stringMatching(/^lib\.mjs:8 for/),
  );
});

it('statements of a function that is made from dense text become rows', async () => {
  const ledger = await ledgerOf('made.hot.mjs');
  expect(names(ledger)).toContainEqual(expect.stringMatching(/^made@made\.hot\.mjs-1:\d+ for/));
  expect(ledger.made).toEqual([
    { name: 'made@made.hot.mjs-1', maker: expect.anything(), text: expect.stringMatching(/^for/m) },
  ]);
});

it('marked rows are kept, unless others are asked for', async () => {
  expect(names(await ledgerOf('marked.hot.mjs'))).toContain('first');
  const chosen = names(await ledgerOf('marked.hot.mjs', '--rows', 'auto'));
  expect(chosen).not.toContain('first');
  expect(chosen).toContainEqual(expect.stringMatching(/^marked\.hot\.mjs:4 for/));
});

it('no row is chosen where only named ones are wanted', async () => {
  const words = ['run', 'functions.hot.mjs', '--quick', '--rows', 'named'];
  const { out } = await hotpathBriefly(files.folder, words);
  expect(out.replace(/\s+/g, ' ')).toContain('so only the whole is known');
});

it('a bare name is that of the function that ran, also in a package', async () => {
  expect(names(await ledgerOf('named.hot.mjs'))).toContain('Busy.work');
});
