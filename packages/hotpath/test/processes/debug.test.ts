import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { createWorkspace } from '../support/workspace.js';

const bin = fileURLToPath(new URL('../../bin/hotpath.js', import.meta.url));
const workspace = createWorkspace({
  'throws.hot.ts': "export default { name: 'p', run() { throw new Error('no luck'); } };\n",
});
afterAll(workspace.remove);

it('HOTPATH_DEBUG=1 prints what each fork did, and keeps the job files', () => {
  const { status, stderr } = spawnSync(process.execPath, [bin, 'run', '--quick', 'throws.hot.ts'], {
    cwd: workspace.folder,
    env: { ...process.env, HOTPATH_DEBUG: '1' },
    encoding: 'utf8',
  });
  expect(status).toBe(2);
  expect(stderr.split('\n').filter((line) => line.startsWith('hotpath debug: fork'))).toEqual([
    expect.stringMatching(/fork {3}0 {2}inspect {2}pid \d+ +start +\d+ {2}load +\d+ .* exit 0$/),
    expect.stringMatching(/fork {3}1 {2}trace .* failed in run: Error: no luck \(/),
  ]);
  const folder = /the job files of these forks are kept in (\S+)\n/.exec(stderr)?.[1] ?? '';
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['job-0.json', 'job-1.json']));
  rmSync(folder, { recursive: true });
});
