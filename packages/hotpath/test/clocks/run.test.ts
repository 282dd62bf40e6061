import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { hotpathBriefly } from '../support/briefly.js';
import { hotpathInProcess } from '../support/in-process-built.js';
import { createWorkspace } from '../support/workspace.js';

const spin = `
  function spin(turns, x) { for (let i = 0; i < turns; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0; return x; }`;

const project = createWorkspace({
  // ESM and TypeScript without package.json or tsconfig, imports with and without extension.
  'ts/op.ts': `import { twice } from './inner/twice';
import type { Size } from './inner/size.js';
${spin.replace('turns, x)', 'turns: number, x: number)')}
enum Mode { plain = 1 }
export class Path {
  #x: number = Mode.plain;
  run(size: Size): void {
    // #region first
    this.#x = spin(size.turns, this.#x);
    // #endregion
    // #region second
    this.#x = twice(this.#x);
    // #endregion
    if (this.#x === 0.5) {
      // #region never
      throw new Error('never');
      // #endregion
    }
  }
}
`,
  'ts/inner/twice.ts': `export function twice(x: number): number {
  for (let n = 0; n < 2; n++) {
    // #region half
    for (let i = 0; i < 300; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;
    // #endregion
  }
  return x;
}
`,
  'ts/inner/size.ts': 'export interface Size { turns: number }\n',
  'ts/path.hot.ts': `import { defineHotPath } from 'hotpath';
import { Path } from './op.js';
export default defineHotPath({
  name: 'in typescript',
  setup: async () => new Path(),
  run: (path) => path.run({ turns: 600 }),
});
`,
  // CommonJS all the way, functions of a package by name.
  'cjs/package.json': '{}',
  'cjs/node_modules/tool/package.json': '{ "name": "tool", "main": "lib/index.js" }',
  'cjs/node_modules/tool/lib/index.js': `'use strict'
const { spin } = require('./spin')
module.exports = { work (x) { return spin(900, x) }, name: require('./name.json').name }
`,
  'cjs/node_modules/tool/lib/spin.js': `'use strict'\n${spin}\nmodule.exports = { spin }\n`,
  'cjs/node_modules/tool/lib/name.json': '{ "name": "tool" }',
  'cjs/path.hot.js': `const tool = require('tool')
let x = 1
module.exports = {
  name: 'in commonjs',
  functions: ['tool/lib/index.js#work', 'lib/spin.js#spin'],
  run () { x = tool.work(x) }
}
`,
  // Asynchronous, with a row over an await and one that throws every other time.
  'async/path.hot.mjs': `${spin}
let x = 1, turn = 0;
function risky() {
  // #region risky
  x = spin(400, x);
  if (++turn % 2) throw new Error('every other time');
  // #endregion
}
export default {
  name: 'asynchronous',
  async run() {
    // #region waits
    await null;
    x = spin(200, x);
    // #endregion
    try { risky(); } catch {}
  },
};
`,
});
afterAll(() => project.remove());

describe('hotpath run', () => {
  it('measures all own TypeScript that a specification loads, with rows that loop and nest', async () => {
    const file = project.path('report.json');
    const words = ['run', '--quick', 'ts/path.hot.ts', '--json', file];
    const { code, out, err } = await hotpathBriefly(project.folder, words);
    expect(err).toBe('');
    expect(code).toBe(0);
    const { ledger, findings } = JSON.parse(readFileSync(file, 'utf8'));
    const rows = Object.fromEntries(ledger.rows.map((row: { id: string }) => [row.id, row]));
    expect(Object.keys(rows)).toEqual(['first', 'second', 'second/half', 'garbage collection']);
    expect(rows['second/half'].calls).toBe(2);
    expect(rows.first.place).toEqual({ file: project.path('ts/op.ts'), line: 9 });
    // 600 turns in either; generous margins, for neighbours come and go.
    expect(rows['second/half'].inclusive.mean / rows.first.inclusive.mean).toBeGreaterThan(0.65);
    expect(rows['second/half'].inclusive.mean / rows.first.inclusive.mean).toBeLessThan(1.5);
    expect(findings.find((finding: { id: string }) => finding.id === 'idle-rows').evidence.names).toEqual([
      'never',
    ]);
    expect(out).toMatch(/[├└]─ half/);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  it('measures functions of a CommonJS package by name; a saved measurement gives the same report again', async () => {
    const saved = project.path('saved.json');
    const words = ['run', '--quick', 'cjs/path.hot.js', '--json', '-', '--seed', '7', '--save', saved];
    const { code, out, err } = await hotpathBriefly(project.folder, words);
    expect([code, err]).toEqual([0, '']);
    const { ledger, policy } = JSON.parse(out);
    expect(policy).toMatchObject({ seed: 7, replicates: 2 });
    expect(ledger.rows.map((row: { id: string }) => row.id)).toEqual([
      'work',
      'work/spin',
      'garbage collection',
    ]);
    expect(ledger.explained).toBeGreaterThan(0.6);
    const again = await hotpathInProcess(project.folder, ['run', '--from', saved, '--json', '-']);
    expect(again).toEqual({ code: 0, out, err: '' });
  });

  it('measures paths that suspend and rows that throw', async () => {
    const words = ['run', '--quick', 'async/path.hot.mjs', '--json', '-'];
    const { code, out, err } = await hotpathBriefly(project.folder, words);
    expect([code, err]).toEqual([0, '']);
    const { ledger } = JSON.parse(out);
    expect(ledger.rows.map((row: { id: string; calls: number }) => [row.id, row.calls])).toEqual([
      ['waits', 1],
      ['risky', 1],
      ['garbage collection', 1],
    ]);
    for (const row of ledger.rows.slice(0, 2)) expect(row.mean).toBeGreaterThan(100);
  });
});
