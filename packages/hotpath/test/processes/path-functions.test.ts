import { afterAll, expect, it } from 'vitest';
import { hotpathInProcess } from '../support/in-process-built.js';
import { createWorkspace } from '../support/workspace.js';

const made = createWorkspace({
  'calls.hot.mjs': `let x = 1;
let turn = 0;
function spin(turns) {
  for (let i = 0; i < turns; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;
}
function run() {
  turn = (turn + 1) & 3;
  spin(500);
  spin(1500);
  if (turn === 0) {
    spin(4000);
  }
}
export default { name: 'calls', functions: ['run'], run };
`,
});
afterAll(made.remove);

it('hotpath functions counts the calls of each function in an operation exactly', async () => {
  const { code, out } = await hotpathInProcess(made.folder, ['functions', 'calls.hot.mjs', '--quick']);
  expect(code).toBe(0);
  expect(out).toMatch(/calls\.hot\.mjs:3\(spin\) +│ +2\.25 │/);
  expect(out).toMatch(/calls\.hot\.mjs:6\(run\) +│ +1 │/);
  expect(out).toContain('calls and times are per operation');
});
