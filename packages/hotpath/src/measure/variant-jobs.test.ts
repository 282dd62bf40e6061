import { describe, expect, it } from 'vitest';
import { examplePath, examplePlaces } from '../../test/support/example-path.js';
import type { Variant } from '../model/measurement/variant.js';
import type { CallTree } from '../model/path/call-tree.js';
import type { HotPath } from '../model/path/path.js';
import { variantJob, waysTo } from './variant-jobs.js';

const path: HotPath = {
  name: 'sample',
  file: '/project/sample.hot.ts',
  sources: ['/project/logger.ts'],
  functions: [],
  repeatable: [],
  operations: [],
  replacements: [],
  loaded: [],
};

const jobOf = (variant: Variant, tree: CallTree = examplePath.tree) =>
  variantJob(variant, path, examplePlaces, tree);

describe('the job of a variant', () => {
  it('is the variant itself where the code stays as it is', () => {
    expect(jobOf({ id: 'twin', kind: 'twin' })).toEqual({ id: 'twin', kind: 'twin', edits: {} });
    const other = { id: 'other-0', kind: 'other', spec: '/project/b.hot.ts', async: true } as const;
    expect(jobOf(other)).toEqual({ ...other, edits: {} });
  });

  it('marks the ways to a timed place with several parents, and no others', () => {
    expect(jobOf({ id: 'span-2', kind: 'span', places: [2] })).toMatchObject({
      timed: [{ place: 2, clock: 'one-by-one' }],
      marked: [0, 3],
      turns: null,
      edits: { '/project/logger.ts': [{ index: 0 }, { index: 2 }, { index: 3 }] },
    });
    expect(jobOf({ id: 'span-1', kind: 'span', places: [1] })).toMatchObject({ marked: [] });
  });

  it('has the clock that the executions of its place need', () => {
    const tree = { ...examplePath.tree, recursive: [1] };
    expect(jobOf({ id: 'span-1', kind: 'span', places: [1] }, tree)).toMatchObject({
      timed: [{ clock: 'nested' }],
    });
    expect(jobOf({ id: 'wait-1', kind: 'wait', places: [1] }, tree)).toMatchObject({
      timed: [{ clock: 'waiting' }],
    });
  });

  it('reports suspensions in all sources where executions overlap', () => {
    const turns = examplePlaces.length;
    expect(
      jobOf({ id: 'span-1', kind: 'span', places: [1] }, { ...examplePath.tree, concurrent: true }),
    ).toMatchObject({
      turns,
      edits: { '/project/logger.ts': [{ index: 1 }, { index: turns, kind: 'suspensions' }] },
    });
  });
});

it('places with several parents need marks on the ways to them; others need none', () => {
  expect([...waysTo(2, examplePath.tree)].sort()).toEqual([0, 3]);
  expect([...waysTo(1, examplePath.tree)]).toEqual([]);
});
