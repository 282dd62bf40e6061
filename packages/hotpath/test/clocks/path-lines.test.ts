import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { FunctionLines, LineProfile } from '../../src/model/profiles/line-profile.js';
import { briefPolicy } from '../../src/plan/effort/policy.js';
import { hotpathBriefly } from '../support/briefly.js';
import { hotpathInProcess } from '../support/in-process-built.js';
import { faultsOf } from '../support/published.js';
import { createWorkspace } from '../support/workspace.js';

const linesOf = (profile: LineProfile, name: string): FunctionLines =>
  profile.functions.find((one) => one.name === name) as FunctionLines;
const at = (lines: FunctionLines, line: number) => lines.lines.find((use) => use.line === line);

const made = createWorkspace({
  'lines.hot.mjs': `let x = 1;
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
function straight() { const y = 1; return y; }
export default { name: 'lines', functions: ['run'], run };
`,
});
afterAll(made.remove);

/** The line on which `run` ends. */
const end = 13;

describe('hotpath lines of a specification', () => {
  it('counts the hits of each line in an operation exactly, and samples their times next to the ledger', async () => {
    const file = made.path('lines.json');
    const words = ['lines', 'lines.hot.mjs', '--quick', '--json', file];
    const { code, out, err } = await hotpathInProcess(made.folder, words, {
      adjustPolicy: (policy) => ({ ...briefPolicy(policy), sampledForks: 1 }),
    });
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^lines: [\d.]+ µs an operation, [\d,]+ samples with inlining off, which makes the path/,
    );
    expect(out).toContain(
      "Shares of the path: the ledger's rows (inlining on) and the samples of their lines (inlining off):",
    );
    const own = linesOf(JSON.parse(readFileSync(file, 'utf8')) as LineProfile, 'run');
    expect(own.lines.filter(({ line }) => line !== end).map(({ line, hits }) => [line, hits])).toEqual([
      [7, 1],
      [8, 1],
      [9, 1],
      [10, 1],
      [11, 0.25],
    ]);
    // Returning from the function takes a sample now and then, and is no statement to be hit.
    const returning = at(own, end) ?? { hits: null, time: 0 };
    expect(returning.hits).toBeNull();
    expect((returning.time ?? 0) / own.time).toBeLessThan(0.02);
    // 500, 1,500 and a quarter of 4,000 turns of 3,000.
    for (const [line, share] of [
      [8, 1 / 6],
      [9, 1 / 2],
      [11, 1 / 3],
    ] as const)
      expect(Math.abs((at(own, line)?.time ?? 0) / own.time - share)).toBeLessThan(0.12);
  });

  it('times the lines of one function by probes', async () => {
    const words = ['lines', 'lines.hot.mjs', '--spans', 'run', '--quick', '--json', '-'];
    const { code, out, err } = await hotpathBriefly(made.folder, words);
    expect([code, err]).toEqual([0, '']);
    expect(faultsOf('lines', JSON.parse(out))).toBeNull();
    const [own] = (JSON.parse(out) as LineProfile).functions as [FunctionLines];
    expect(own.lines.map(({ line, hits }) => [line, hits])).toEqual([
      [7, 1],
      [8, 1],
      [9, 1],
      [10, 1],
      [11, 0.25],
    ]);
    const part = (line: number, of: 'time' | 'half'): number => (at(own, line)?.[of] ?? 0) / own.time;
    for (const [line, truth] of [
      [7, 0],
      [8, 1 / 6],
      [9, 1 / 2],
      [10, 0],
      [11, 1 / 3],
    ] as const)
      expect(Math.abs(part(line, 'time') - truth)).toBeLessThan(0.12 + part(line, 'half'));
    expect(part(9, 'time')).toBeGreaterThan(part(8, 'time'));
    const lost = await hotpathInProcess(made.folder, ['lines', 'lines.hot.mjs', '--spans', 'nothing']);
    expect([lost.code, lost.err]).toEqual([
      2,
      expect.stringContaining('no function "nothing" in the sources'),
    ]);
  });
});
