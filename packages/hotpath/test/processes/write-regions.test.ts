import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { afterAll, expect, it } from 'vitest';
import { hotpathBriefly } from '../support/briefly.js';
import { createWorkspace } from '../support/workspace.js';

const loop = (turns: number): string =>
  `for (let i = 0; i < ${turns}; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;`;

const files = createWorkspace({
  'lib.mjs': `let x = 1;
function heavy() {
  ${loop(3000)}
  return x;
}
function light() {
  ${loop(2000)}
  return x;
}
export function outer() {
  return heavy() + light();
}
`,
  'path.hot.mjs': `import { outer } from './lib.mjs';
export default { name: 'path', run: () => outer() };
`,
});
afterAll(files.remove);

it('--write-regions writes a patch, and its marks give the same rows', async () => {
  const words = ['run', 'path.hot.mjs', '--quick'];
  const chosen = await hotpathBriefly(files.folder, [...words, '--write-regions', '-']);
  expect(chosen).toMatchObject({ code: 0, err: '' });
  writeFileSync(files.path('regions.patch'), chosen.out);
  execFileSync('git', ['apply', 'regions.patch'], { cwd: files.folder });
  const { out } = await hotpathBriefly(files.folder, [...words, '--rows', 'named', '--json', '-']);
  const names = JSON.parse(out).ledger.rows.map(({ name }: { name: string }) => name);
  expect(names).toEqual(expect.arrayContaining(['heavy', 'light']));
});
