import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { hotpathBriefly } from '../support/briefly.js';
import { createWorkspace } from '../support/workspace.js';

const bin = fileURLToPath(new URL('../../bin/hotpath.js', import.meta.url));

/** Lines after which a program has other clocks, timers and ways to end than Node's. */
const replacements: Readonly<Record<string, string>> = {
  'process.hrtime': 'process.hrtime = Object.assign(() => [1, 0], { bigint: () => 1n });',
  'performance.now': 'performance.now = () => 1000;',
  performance: 'globalThis.performance = { now: () => 1000 };',
  timers: 'globalThis.setTimeout = globalThis.setInterval = globalThis.setImmediate = () => 0;',
  'built-in timers': `
    for (const name of ['setTimeout', 'setInterval', 'setImmediate']) globalThis[name] = timers[name] = () => 0;
    for (const name of ['setTimeout', 'setImmediate']) promises[name] = () => new Promise(() => {});
    syncBuiltinESMExports();`,
  'mock timers': 'mock.timers.reset(); mock.timers.enable();',
  'process.nextTick': 'process.nextTick = queueMicrotask = () => {};',
  'process.exit': 'process.exit = () => {};',
  'process.send': 'process.send = undefined;',
};

const imports = `
  import { mock } from 'node:test';
  import { syncBuiltinESMExports } from 'node:module';
  import timers from 'node:timers';
  import promises from 'node:timers/promises';
`;
const work = `let s = 1;
  // #region row
  for (let i = 0; i < 500; i++) s = (s * 31 + i) | 0;
  // #endregion
  return s;`;
const spec = (fields: string, above = ''): string =>
  `${imports}${above}\nexport default { name: 'p', ${fields} };\n`;

const names = Object.keys(replacements);
const files = (kind: string, text: (line: string) => string): Record<string, string> =>
  Object.fromEntries(
    names.map((name, index) => [`${kind}-${index}.hot.mjs`, text(replacements[name] as string)]),
  );

const made = createWorkspace({
  ...files('load', (line) => spec(`run: () => { ${work} }`, line)),
  ...files('setup', (line) => spec(`setup() { ${line} }, run: () => { ${work} }`)),
  ...files('run', (line) => spec(`run: () => { if (++runs === 100) { ${line} } ${work} }`, 'let runs = 0;')),
  'talks.hot.mjs': spec(
    `run: () => { ${work} }`,
    "process.send('ready'); process.send(null); process.send({ type: 'failed' });",
  ),
  'plain.hot.mjs': spec('run: () => 1'),
  'preload.cjs': 'process.hrtime = () => [1, 0];',
});
afterAll(made.remove);

async function expectMeasured(name: string): Promise<void> {
  const { code, out, err } = await hotpathBriefly(made.folder, ['run', '--quick', '--timeout', '10', name]);
  expect([code, out], err).toEqual([0, expect.stringMatching(/│ row +│ +[1-9][\s\S]*│ TOTAL +│ +[1-9]/)]);
}

const withFew = ['process.hrtime', 'performance.now', 'timers', 'mock timers'];

describe.each([
  ['load', names],
  ['setup', withFew],
  ['run', withFew],
])('a path is measured by the real clocks though it replaces, in %s,', (where, replaced) => {
  it.each(replaced)('%s', (name) => expectMeasured(`${where}-${names.indexOf(name)}.hot.mjs`));
});

it('messages that a path sends to its parent are left alone', () => expectMeasured('talks.hot.mjs'));

it('a clock that stands still before the path is loaded is refused', () => {
  const { status, stderr } = spawnSync(process.execPath, [bin, 'run', '--quick', 'plain.hot.mjs'], {
    cwd: made.folder,
    env: { ...process.env, NODE_OPTIONS: `--require ${made.path('preload.cjs')}` },
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([2, expect.stringContaining('the clock stands still')]);
});
