import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { FunctionLines, LineProfile } from '../../src/model/profiles/line-profile.js';
import { faultsOf } from '../support/published.js';
import { createWorkspace, hotpath, type Workspace } from '../support/workspace.js';

const folders: Workspace[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

function workspace(files: Readonly<Record<string, string>>): string {
  const made = createWorkspace(files);
  folders.push(made);
  return made.folder;
}

const work = `interface Shape {
  readonly size: number;
}

export function spin(turns: number): number {
  let x: number = 1;
  for (let i = 0; i < turns; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;
  return x;
}

export function run(n: number): number {
  const shapes: Shape[] = [];
  for (let i = 0; i < n; i++) {
    spin(20_000);
    spin(60_000);
    if (i % 4 === 0) {
      shapes.push({ size: i });
    }
  }
  return shapes.length;
}
`;

const linesOf = (profile: LineProfile, name: string): FunctionLines =>
  profile.functions.find((one) => one.name === name) as FunctionLines;
const at = (lines: FunctionLines, line: number) => lines.lines.find((use) => use.line === line);

describe('hotpath lines of a command', () => {
  it('times and counts the lines that people wrote, through source maps, and keeps the exit code', async () => {
    const folder = workspace({ 'src/work.ts': work });
    const typescript = createRequire(import.meta.url)('typescript') as typeof import('typescript');
    const { outputText, sourceMapText } = typescript.transpileModule(work, {
      fileName: 'work.ts',
      compilerOptions: { module: typescript.ModuleKind.ESNext, target: 99, sourceMap: true },
    });
    const map = { ...JSON.parse(sourceMapText as string), sources: ['../src/work.ts'] };
    const files = {
      'dist/work.mjs': outputText.replace('work.js.map', 'work.mjs.map'),
      'dist/work.mjs.map': JSON.stringify(map),
      'main.mjs': `import { run } from './dist/work.mjs';\nconsole.log(run(1200));\nprocess.exitCode = 5;\n`,
    };
    const built = workspace({ ...files, 'src/work.ts': work });
    expect(built).not.toBe(folder);
    const command = ['--json', 'lines.json', '--', process.execPath, 'main.mjs'];
    const { code, out } = await hotpath(built, ['lines', ...command]);
    expect(code).toBe(5);
    expect(out).toMatch(
      /^300\n.*main\.mjs: [\d.]+ ms in \d+ samples with inlining off, which makes the program/,
    );
    expect(out).toMatch(/ {4}15 {2}1,200 +[\d.]+ +[\d.]+ +[\d.]+% {6}spin\(60_000\);/);
    const profile = JSON.parse(readFileSync(join(built, 'lines.json'), 'utf8')) as LineProfile;
    expect(faultsOf('lines', profile)).toBeNull();
    const own = linesOf(profile, 'run');
    expect([own.file, own.line]).toEqual([join(built, 'src/work.ts'), 11]);
    expect(own.lines.map(({ line, hits }) => [line, hits])).toEqual([
      [12, 1],
      [13, 1],
      [14, 1200],
      [15, 1200],
      [16, 1200],
      [17, 300],
      [20, 1],
    ]);
    // Three to one by construction, of some 100 samples.
    const [short, long] = [at(own, 14), at(own, 15)].map((use) => (use?.time ?? 0) / own.time);
    expect(long).toBeGreaterThan(0.55);
    expect(short).toBeGreaterThan(0.08);
    expect((long ?? 0) + (short ?? 0)).toBeGreaterThan(0.9);
  });

  it('sees worker threads, and runs the command once when asked', async () => {
    const folder = workspace({
      'main.mjs': [
        `import { Worker, isMainThread } from 'node:worker_threads';`,
        `import { appendFileSync } from 'node:fs';`,
        `function burn(x) { for (let i = 0; i < 1e8; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0; return x; }`,
        `if (isMainThread) { appendFileSync('runs', '.'); new Worker(new URL(import.meta.url)); burn(1); }`,
        `else`,
        `  burn(2);`,
      ].join('\n'),
    });
    const { out } = await hotpath(folder, [
      'lines',
      '--once',
      '--json',
      '-',
      '--',
      process.execPath,
      'main.mjs',
    ]);
    const script = linesOf(JSON.parse(out) as LineProfile, '');
    // One work on either thread, of which a busy machine may hold one back.
    for (const line of [4, 6]) expect((at(script, line)?.time ?? 0) / script.time).toBeGreaterThan(0.15);
    expect(script.lines.every(({ hits }) => hits === null)).toBe(true);
    expect(readFileSync(join(folder, 'runs'), 'utf8')).toBe('.');
  });

  it('loses no time where samples are rarer than they were asked for', async () => {
    const folder = workspace({
      'main.mjs': [
        `import { writeFileSync } from 'node:fs';`,
        `const start = performance.now();`,
        `while (performance.now() - start < 400);`,
        `writeFileSync('took', String(performance.now() - start));`,
      ].join('\n'),
    });
    const often = ['lines', '--once', '--rate', '50000', '--json', '-'];
    const { out } = await hotpath(folder, [...often, '--', process.execPath, 'main.mjs']);
    const loop = at(linesOf(JSON.parse(out) as LineProfile, ''), 3);
    const took = Number(readFileSync(join(folder, 'took'), 'utf8')) * 1e6;
    expect((loop?.time ?? 0) / took).toBeGreaterThan(0.5);
    expect((loop?.time ?? 0) / took).toBeLessThan(1.5);
  });
});

const path = `let x = 1;
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
`;

/** The line on which `run` ends. */
const end = 13;

describe('hotpath lines of a specification', () => {
  it('counts hits an operation exactly, and times lines beside the ledger', async () => {
    const folder = workspace({ 'lines.hot.mjs': path });
    const { code, out, err } = await hotpath(folder, [
      'lines',
      'lines.hot.mjs',
      '--quick',
      '--json',
      'l.json',
    ]);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^lines: [\d.]+ µs an operation, [\d,]+ samples with inlining off, which makes the path/,
    );
    expect(out).toContain(
      "Shares of the path: the ledger's rows (inlining on) and the samples of their lines (inlining off):",
    );
    const own = linesOf(JSON.parse(readFileSync(join(folder, 'l.json'), 'utf8')) as LineProfile, 'run');
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
    const folder = workspace({ 'lines.hot.mjs': path });
    const words = ['lines', 'lines.hot.mjs', '--spans', 'run', '--quick', '--json', '-'];
    const { code, out, err } = await hotpath(folder, words);
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
    const lost = await hotpath(folder, ['lines', 'lines.hot.mjs', '--spans', 'nothing']);
    expect([lost.code, lost.err]).toEqual([
      2,
      expect.stringContaining('no function "nothing" in the sources'),
    ]);
  });
});

describe('hotpath functions of a specification', () => {
  it('counts calls an operation exactly', async () => {
    const folder = workspace({ 'lines.hot.mjs': path });
    const { code, out } = await hotpath(folder, ['functions', 'lines.hot.mjs', '--quick']);
    expect(code).toBe(0);
    expect(out).toMatch(/lines\.hot\.mjs:3\(spin\) +│ +2\.25 │/);
    expect(out).toMatch(/lines\.hot\.mjs:6\(run\) +│ +1 │/);
    expect(out).toContain('calls and times are per operation');
  });
});
