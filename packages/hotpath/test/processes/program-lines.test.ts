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
  it('times and counts the lines of the TypeScript source through source maps, and keeps the exit code', async () => {
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
      /^300\n.*main\.mjs: [\d.]+ m?s in \d+ samples with inlining off, which makes the program/,
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

  it('samples worker threads, and runs the command once with --once', async () => {
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

  it('accounts for the whole time when V8 samples less often than requested', async () => {
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
