import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createWorkspace } from '../../test/support/workspace.js';
import type { HotPath } from '../model/path/path.js';
import { findFunction } from './find-function.js';
import { findRows } from './find-rows.js';
import { findSources } from './find-sources.js';

const work = 'export function work() {\n  // #region spin\n  step();\n  // #endregion\n}\n';
const made = createWorkspace({
  'real/work.mjs': work,
  'real/x.hot.mjs': '',
  'packages/lib/src/lib.mjs': work,
  'app/x.hot.mjs': '',
  'single/y.hot.mjs': '',
});
afterAll(made.remove);

function link(name: string, target: string): string {
  mkdirSync(dirname(made.path(name)), { recursive: true });
  symlinkSync(target, made.path(name));
  return made.path(name);
}
link('link', 'real');
link('app/node_modules/@me/lib', '../../../packages/lib');
link('single/w.mjs', '../real/work.mjs');
link('single/lost.mjs', 'nowhere.mjs');
link('single/again', '.');
link('x-link.hot.mjs', 'real/x.hot.mjs');

const loaded = (...names: string[]): string[] => names.map(made.path);
const sources = (spec: string, patterns: string[], files: string[]): string[] => [
  ...findSources(made.path(spec), patterns, files).sources,
];

const path = (file: string, found: string[], functions: string[]): HotPath => ({
  name: 'p',
  file: made.path(file),
  sources: found,
  functions,
  repeatable: [],
  operations: [],
  replacements: [],
  loaded: loaded('real/work.mjs', 'packages/lib/src/lib.mjs'),
});

describe('sources through links have the names of the loaded files', () => {
  const files = loaded('real/x.hot.mjs', 'real/work.mjs', 'packages/lib/src/lib.mjs');
  it.each([
    ['link/x.hot.mjs', '*.mjs', ['real/work.mjs', 'real/x.hot.mjs']],
    ['app/x.hot.mjs', 'node_modules/@me/lib/src/*.mjs', ['packages/lib/src/lib.mjs']],
    ['single/y.hot.mjs', 'w.mjs', ['real/work.mjs']],
    ['single/y.hot.mjs', '**/*.mjs', ['real/work.mjs', 'single/y.hot.mjs']],
    ['x-link.hot.mjs', '*.mjs', ['real/work.mjs', 'real/x.hot.mjs']],
  ])('%s: %s', (spec, pattern, expected) => {
    expect(sources(spec, [pattern], files)).toEqual(loaded(...expected));
  });

  it('where the links themselves were loaded, as with --preserve-symlinks', () => {
    const links = loaded('link/x.hot.mjs', 'link/work.mjs');
    expect(sources('link/x.hot.mjs', ['*.mjs'], links)).toEqual(links.toSorted());
    expect(sources('real/x.hot.mjs', ['work.mjs'], links)).toEqual(loaded('link/work.mjs'));
  });

  it('and a link that leads nowhere is named', () => {
    expect(() => sources('single/y.hot.mjs', ['lost.mjs'], files)).toThrow(
      '"lost.mjs" is a link that leads to no script',
    );
  });
});

describe('functions through links', () => {
  it.each([
    ['app/x.hot.mjs', '@me/lib/src/lib.mjs#work', 'packages/lib/src/lib.mjs'],
    ['app/x.hot.mjs', 'lib/src/lib.mjs#work', 'packages/lib/src/lib.mjs'],
    ['single/y.hot.mjs', 'w.mjs#work', 'real/work.mjs'],
    ['single/y.hot.mjs', 'single/w.mjs#work', 'real/work.mjs'],
    ['single/y.hot.mjs', 'link/work.mjs#work', 'real/work.mjs'],
  ])('%s: %s', (spec, wanted, file) => {
    expect(findFunction(path(spec, [], [wanted]), wanted).file).toBe(made.path(file));
  });

  it('are rows together with the regions of the same file', () => {
    const found = sources('single/y.hot.mjs', ['w.mjs'], loaded('real/work.mjs'));
    const { places: rows } = findRows(path('single/y.hot.mjs', found, ['work']));
    expect(rows.map(({ name, file }) => [name, file])).toEqual([
      ['spin', made.path('real/work.mjs')],
      ['work', made.path('real/work.mjs')],
    ]);
  });
});
