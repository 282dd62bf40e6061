import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const folder = fileURLToPath(new URL('../..', import.meta.url));

/** The files that `npm publish` would send, as paths in the package. */
function packedFiles(): string[] {
  const json = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [packed] = JSON.parse(json) as [{ readonly files: readonly { readonly path: string }[] }];
  return packed.files.map(({ path }) => path);
}

it('the published package holds compiled code, schemas and its texts: no maps of unpublished sources, tests or fakes', () => {
  const files = packedFiles();
  const kinds = files.map((file) =>
    /^(bin|schema|dist\/viewer)\//.test(file)
      ? (file.split('/', 1)[0] as string)
      : file.replace(/^dist\/.*?(\.d\.ts|\.js|\.[^/]*)$/, 'dist $1'),
  );
  expect([...new Set(kinds)].sort()).toEqual([
    'LICENSE',
    'README.md',
    'bin',
    'dist',
    // What is preloaded into recorded programs.
    'dist .cjs',
    'dist .d.ts',
    // The doctor's path.
    'dist .hot.d.ts',
    'dist .hot.js',
    'dist .js',
    // Loader hooks of recorded programs.
    'dist .mjs',
    'package.json',
    'schema',
  ]);
  expect(files.filter((file) => /\.test\.|fake|\/test\//.test(file))).toEqual([]);
  for (const file of ['dist/index.js', 'dist/index.d.ts', 'dist/viewer/report.js', 'bin/hotpath.js'])
    expect(files).toContain(file);
  expect(files.every((file) => existsSync(`${folder}/${file}`))).toBe(true);
});
