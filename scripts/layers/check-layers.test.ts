import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkLayers, importsOf, judgeImport } from './check-layers.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the layers', () => {
  it('are kept by all sources', () => {
    expect(checkLayers(root)).toEqual([]);
  });

  it('are read from real imports', () => {
    const imports = importsOf(`${root}packages/hotpath/src`);
    expect(imports).toContainEqual({
      file: 'sessions/report-on.ts',
      specifier: '../estimate/ledger/estimate-ledger.js',
      isType: false,
    });
    expect(imports.length).toBeGreaterThan(100);
  });

  it.each([
    [
      'hotpath',
      'estimate/a.ts',
      '../measure/b.js',
      'estimate/a.ts (estimate) imports ../measure/b.js (measure)',
    ],
    ['hotpath', 'model/a.ts', '../stats/b.js', 'model/a.ts (model) imports ../stats/b.js (stats)'],
    ['hotpath', 'report/a.ts', 'left-pad', 'report/a.ts imports left-pad, which hotpath does not list'],
    ['fapilog', 'logger.ts', 'hotpath', 'logger.ts imports hotpath, which fapilog does not list'],
    [
      'fapilog',
      'logger.ts',
      '../../hotpath/src/index.js',
      'logger.ts imports ../../hotpath/src/index.js from outside its package',
    ],
  ])('refuse, in %s, that %s imports %s', (name, file, specifier, problem) => {
    expect(judgeImport(name, { file, specifier, isType: false })).toBe(problem);
  });

  it.each([
    ['hotpath', 'estimate/a.ts', '../model/b.js'],
    ['hotpath', 'measure/fork/a.ts', '../loader/b.js'],
    ['hotpath', 'sessions/a.ts', '../plan/a.js'],
    ['fapilog', 'handoff/a.ts', '../queue.js'],
    ['fapilog', 'a.ts', 'node:fs'],
  ])('allow, in %s, that %s imports %s', (name, file, specifier) => {
    expect(judgeImport(name, { file, specifier, isType: false })).toBeNull();
  });

  it('let the viewer have the types of what pages carry, and no code and no other types', () => {
    const judge = (specifier: string, isType: boolean) =>
      judgeImport('viewer', { file: 'flame/a.ts', specifier, isType });
    expect(judge('../../../hotpath/src/model/profiles/profile.js', true)).toBeNull();
    expect(judge('../../../hotpath/src/model/profiles/profile.js', false)).toContain(
      'from outside its package',
    );
    expect(judge('../../../hotpath/src/profiles/tree/walk.js', true)).toContain('from outside its package');
  });
});
