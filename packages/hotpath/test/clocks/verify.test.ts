import { afterAll, describe, expect, it } from 'vitest';
import { hotpathInProcess } from '../support/in-process-built.js';
import { createWorkspace } from '../support/workspace.js';

const project = createWorkspace({
  'path.hot.mjs': `
function spin(turns, x) {
  for (let i = 0; i < turns; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;
  return x;
}
let x = 1;
const twice = (n) => spin(n, spin(n, x));
function run() {
  // #region outer
  for (let n = 0; n < 2; n++) {
    // #region inner
    x = spin(300, x);
    // #endregion
  }
  // #endregion
  x = twice(200);
}
export default { name: 'doses', functions: ['twice'], run };
`,
});
afterAll(() => project.remove());

interface Recovery {
  readonly row: string;
  readonly dose: { readonly kind: string; readonly ns?: number };
  readonly given: number;
  readonly recovered: { readonly mean: number; readonly low: number; readonly high: number };
}

const isNear = ({ given, recovered }: Recovery): boolean =>
  recovered.mean / given > 0.75 && recovered.mean / given < 1.3;

describe('hotpath verify', () => {
  it('finds delays, waits and objects of known size in the row into which it puts them', async () => {
    const words = ['verify', 'path.hot.mjs', '--quick', '--json', '-', '--seed', '3'];
    const { code, out, err } = await hotpathInProcess(project.folder, words);
    expect(err).toBe('');
    expect([0, 1, 4]).toContain(code);
    const recoveries = JSON.parse(out) as Recovery[];
    expect([...new Set(recoveries.map(({ row }) => row))].sort()).toEqual(['outer', 'outer/inner', 'twice']);
    const large = recoveries.filter(({ dose }) => dose.kind !== 'delay' || dose.ns === 1000);
    expect(large).toHaveLength(9);
    // A busy machine makes single delays and waits longer, which their intervals tell; objects stay of their size.
    expect(large.filter((each) => each.dose.kind === 'allocation').every(isNear)).toBe(true);
    expect(large.filter(isNear).length).toBeGreaterThanOrEqual(6);
    for (const { given, recovered } of large) {
      expect(recovered.mean / given).toBeGreaterThan(0.5);
      expect(recovered.high / given).toBeGreaterThan(0.75);
      expect(recovered.low / given).toBeLessThan(1.3);
    }
    // `inner` runs twice an operation, so it is given twice as much.
    const given = (row: string) =>
      large.find((each) => each.row === row && each.dose.kind === 'wait')?.given ?? 0;
    expect(given('outer/inner') / given('outer')).toBeCloseTo(2, 1);
  });
});
