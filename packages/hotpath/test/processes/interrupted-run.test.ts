import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { jobVariable } from '../../src/measure/loader/addresses.js';
import { hotpathInProcess } from '../support/in-process-built.js';
import { createWorkspace, hotpath } from '../support/workspace.js';

const made = createWorkspace({
  // Notes each process that measures: they run one after another.
  'path.hot.mjs': `
    import { appendFileSync, readFileSync } from 'node:fs';
    const { task } = JSON.parse(readFileSync(process.env.${jobVariable}, 'utf8'));
    if (task === 'measure') appendFileSync('processes', process.pid + ' ');
    let x = 1;
    function run() {
      // #region loop
      for (let i = 0; i < 900; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;
      // #endregion
    }
    export default { name: 'interrupted path', run };`,
});
afterAll(made.remove);

/** How many processes have begun to measure. A replicate has two: its fork, and one copy of the path alone. */
function measuring(): number {
  const file = made.path('processes');
  return existsSync(file) ? new Set(readFileSync(file, 'utf8').trim().split(' ')).size : 0;
}

it('a run that is interrupted keeps what was measured in a file, from which --from reports', async () => {
  const ended = await hotpath(made.folder, ['run', 'path.hot.mjs'], async (child) => {
    while (measuring() < 3 && child.exitCode === null) await pause(50);
    child.kill('SIGINT');
  });
  expect(ended.code, ended.err).toBe(130);
  expect(ended.err).toContain('interrupted-path.measurement.json');
  const file = made.path('interrupted-path.measurement.json');
  const again = await hotpathInProcess(made.folder, ['run', '--from', file]);
  expect(again.code).toBe(0);
  expect(again.out).toContain('warning: the session was stopped');
  expect(again.out).toContain('│ TOTAL');
});

it('hotpath run --help names its options', async () => {
  const { code, out } = await hotpath(made.folder, ['run', '--help']);
  expect(code).toBe(0);
  expect(out).toContain('Usage: hotpath run [options] [path...]');
  for (const option of ['--quick', '--json', '--save', '--from', '--seed', '--timeout'])
    expect(out).toContain(option);
});
