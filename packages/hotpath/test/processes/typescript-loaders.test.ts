import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, describe, expect, it } from 'vitest';
import type { LineProfile } from '../../src/model/profiles/line-profile.js';
import { typescriptLoaders } from '../support/typescript-loaders.js';
import { createWorkspace, type Ended, hotpath, type Workspace } from '../support/workspace.js';

const folders: Workspace[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

function workspace(files: Readonly<Record<string, string>>): Workspace {
  const made = createWorkspace(files);
  folders.push(made);
  return made;
}

const program = `// Types, an enum and comments go away, so lines shift.
interface Shape {
  readonly size: number;
}

enum Kind {
  Short = 1,
  Long,
}

type Turn = (x: number) => number;

/* Work of known length. */
export function spin(turns: number, seed: number): number {
  let x: number = seed;
  for (let i = 0; i < turns; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0;
  return x;
}

function choose(shape: Shape, kind: Kind): number {
  if (kind === Kind.Short)
    return spin(20_000, shape.size);

  const twice: Turn = (x) =>
    spin(180_000, x);
  return twice(shape.size);
}

export function run(n: number): number {
  let sum = 0;

  for (let i = 0; i < n; i++) {
    const shape: Shape = { size: i };
    // Half of them are long.
    sum ^= choose(shape, i % 2 ? Kind.Short : Kind.Long);
    if (i % 4 === 0) {
      sum += 1;
    }
  }
  return sum;
}

function trace(kind: Kind): string {
  if (kind === Kind.Long)
    return String(new Error('traced').stack);
  return '';
}

console.log(run(400));
console.log(trace(Kind.Long));
console.log(spin.toString().length > 0);
throw new Error('uncaught');
`;

/** A function by its lines, as [line, hits]; that with the most time, and whether it has most of it. */
interface Found {
  readonly hits: readonly (readonly [line: number, hits: number | null])[];
  readonly busy: number | undefined;
  readonly isMost: boolean;
}

/** The module itself may begin on one of these lines, too. */
const wholeProgram = 49;

const functions = { spin: 14, choose: 20, twice: 24, run: 29 };

/** Functions of the program by the lines on which they begin: loaders give some of them names. */
function foundIn(profile: LineProfile, file: string): Record<string, Found> {
  return Object.fromEntries(
    Object.entries(functions).map(([name, line]) => {
      const own = profile.functions.find(
        (one) => one.file === file && one.line === line && one.endLine < wholeProgram,
      );
      const most = own?.lines.toSorted((a, b) => b.time - a.time)[0];
      const hits = (own?.lines ?? []).filter((use) => use.hits !== null);
      return [
        name,
        {
          hits: hits.map((use) => [use.line, use.hits] as const),
          busy: most?.line,
          isMost: (most?.time ?? 0) > (own?.time ?? 0) / 2,
        },
      ];
    }),
  );
}

const right: Record<string, Found> = {
  spin: { hits: [15, 16, 17].map((line) => [line, 400] as const), busy: 16, isMost: true },
  choose: {
    hits: [
      [21, 400],
      [22, 200],
      [24, 200],
      [26, 200],
    ],
    busy: 26,
    isMost: true,
  },
  twice: { hits: [[25, 200]], busy: 25, isMost: true },
  run: {
    hits: [
      [30, 1],
      [32, 1],
      [33, 400],
      [35, 400],
      [36, 400],
      [37, 100],
      [40, 1],
    ],
    busy: 35,
    isMost: true,
  },
};

async function lines(
  { folder, path }: Workspace,
  ...words: string[]
): Promise<{ readonly profile: LineProfile; readonly ended: Ended }> {
  const ended = await hotpath(folder, ['lines', '--json', 'lines.json', ...words]);
  return { profile: JSON.parse(readFileSync(path('lines.json'), 'utf8')) as LineProfile, ended };
}

function compiled(): Record<string, string> {
  const typescript = createRequire(import.meta.url)('typescript') as typeof import('typescript');
  const { outputText } = typescript.transpileModule(program, {
    fileName: 'app.ts',
    compilerOptions: { module: typescript.ModuleKind.ESNext, target: 99, inlineSourceMap: true },
  });
  return { 'app.ts': program, 'app.js': outputText, 'package.json': '{"type":"module"}' };
}

// Compilers take long on a busy machine, three times over.
describe('hotpath lines of TypeScript', { timeout: 600_000 }, () => {
  it('compiled by tsc has the hits of each line, and its time', async () => {
    const made = workspace(compiled());
    const { profile, ended } = await lines(made, '--', process.execPath, 'app.js');
    expect(foundIn(profile, made.path('app.ts'))).toEqual(right);
    expect(ended.code).toBe(1);
  });

  it.each(Object.entries(typescriptLoaders))(
    'run by %s has the same, and the program sees its own places',
    async (_, loader) => {
      const { words, files, type } = loader;
      const made = workspace({ 'app.ts': program, 'package.json': JSON.stringify({ type }), ...files });
      const { profile, ended } = await lines(made, '--', process.execPath, ...words, 'app.ts');
      expect(foundIn(profile, made.path('app.ts'))).toEqual(right);
      expect(profile.blurred).toBe(0);
      expect(ended.code).toBe(1);
      const plain = spawnSync(process.execPath, [...words, 'app.ts'], { cwd: made.folder, encoding: 'utf8' });
      const stacks = plain.stdout.split('\n').filter((line) => line.includes('app.ts:45:'));
      expect(stacks).toHaveLength(1);
      expect(ended.out).toContain(stacks[0]);
      expect(ended.err).toMatch(/app\.ts:52:7/);
    },
  );

  it('minified into a bundle has the time of each line that is left', async () => {
    const made = workspace({ 'src/app.ts': program, 'package.json': '{"type":"module"}' });
    const bundle = [
      'src/app.ts',
      '--bundle',
      '--minify',
      '--sourcemap',
      '--format=esm',
      '--outfile=dist/app.js',
    ];
    execFileSync(createRequire(import.meta.url).resolve('esbuild/bin/esbuild'), bundle, {
      cwd: made.folder,
      stdio: 'ignore',
    });
    const { profile, ended } = await lines(
      made,
      '--',
      process.execPath,
      '--enable-source-maps',
      'dist/app.js',
    );
    const found = foundIn(profile, made.path('src/app.ts'));
    expect(found.spin).toEqual(right.spin);
    expect([found.choose?.busy, found.twice?.busy, found.run?.busy]).toEqual([26, 25, 35]);
    expect(ended.out).toMatch(/at trace \(.*app\.ts:45:19\)/);
    expect(ended.err).toMatch(/app\.ts:52:7/);
    expect(ended.out.replace(/\s+/g, ' ')).toContain('dist/app.js ran with more line ends');
    const asIs = await lines(made, '--as-is', '--once', '--', process.execPath, 'dist/app.js');
    expect(asIs.profile.blurred).toBeGreaterThan(0);
    expect(asIs.ended.out).not.toContain('more line ends');
  });
});
