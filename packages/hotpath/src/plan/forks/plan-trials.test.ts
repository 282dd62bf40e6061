import { describe, expect, it } from 'vitest';
import {
  examplePath,
  examplePlaces,
  measureExample,
  unrepeatable,
  warmAtOnce,
} from '../../../test/support/example-path.js';
import type { ForkPlan } from '../../model/measurement/plan.js';
import type { Policy } from '../../model/measurement/policy.js';
import type { Variant } from '../../model/measurement/variant.js';
import type { CallTree } from '../../model/path/call-tree.js';
import type { RowPlace } from '../../model/path/row.js';
import { policies } from '../effort/policy.js';
import type { FoundPath } from './found-path.js';
import { planRows } from './plan-rows.js';
import { planTrials } from './plan-trials.js';
import { planWholes } from './plan-wholes.js';

const path = {
  name: 'p',
  file: '/p',
  sources: [],
  functions: [],
  repeatable: [],
  operations: [],
  replacements: [],
  loaded: [],
};

function foundPath(places: readonly RowPlace[], tree: CallTree, keepsAwake = false): FoundPath {
  return { path, places, foldMarks: [], tree, warmUpGoal: warmAtOnce, keepsAwake };
}

describe('a plan', () => {
  it('is the same for the same seed', async () => {
    const plan = async (seed: number) => (await measureExample({}, {}, seed)).plan.forks;
    expect(await plan(5)).toEqual(await plan(5));
    expect(await plan(5)).not.toEqual(await plan(6));
  });

  it('times every place that ran once per replicate, and has the standing variants in every fork', async () => {
    const { plan } = await measureExample();
    expect(plan.forks).toHaveLength(5);
    for (const { variants } of plan.forks) {
      expect(variants.map((variant) => variant.id).sort()).toEqual([
        'base',
        'repeat-0',
        'repeat-1',
        'repeat-3',
        'run',
        'span-0',
        'span-1',
        'span-2',
        'span-3',
        'timer',
        'twin',
      ]);
    }
    expect(plan.idle).toEqual([4]);
  });

  it('repeats only places that may run twice, and gives the reason for the others', () => {
    const reasons = planRows(
      examplePlaces.map((place, index) => (index === 1 ? { ...place, unrepeatable: 'it yields' } : place)),
      { ...examplePath.tree, recursive: [3] },
    ).map((row) => row.unrepeatable);
    const waiting = planRows(examplePlaces, { ...examplePath.tree, occupied: 0.3, nsPerOperation: 9000 });
    expect(waiting[0]?.unrepeatable).toBe('the path waits, and its waits differ by more than a row');
    const brief = planRows(examplePlaces, { ...examplePath.tree, occupied: 0.3, nsPerOperation: 6000 });
    expect(brief[0]?.unrepeatable).toBeNull();
    const below = 'it runs below several rows';
    expect(reasons).toEqual([null, 'it yields', below, 'it runs inside itself', below]);
  });

  it('leaves out places that may not run twice, if that changes nothing else; all of them where that is asked for', () => {
    const places = unrepeatable('build', 'stamp', 'copy', 'push');
    const left = (tree: Partial<CallTree>, experiments = {}) =>
      planTrials(foundPath(places, { ...examplePath.tree, ...tree }), policies.quick, 1, experiments)
        .forks.map(({ variants }) => variants.flatMap((one) => (one.kind === 'skip' ? [one] : [])))
        .map((own) => own.map(({ place, periods }) => [place, periods.length]).sort());
    expect(left({})[4]).toEqual([
      [0, 1],
      [1, 1],
      [3, 1],
    ]);
    const steering = places.map((place, index) => (index === 3 ? { ...place, steers: 'x' } : place));
    expect(planRows(steering, examplePath.tree).map(({ unskippable }) => unskippable)).toContain('x');
    expect(left({ thrown: [1] })[4]).toEqual([
      [0, 1],
      [3, 1],
    ]);
    expect(left({ concurrent: true })[4]).toEqual([]);
    expect(left({ occupied: 0.3, nsPerOperation: 90_000 })[4]).toEqual([]);
    expect(left({}, { skips: true })[3]).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(left({}, { skips: true })[4]).toEqual([
      [0, 3],
      [1, 3],
      [3, 3],
    ]);
  });

  it("reads the off-CPU time of a waiting path's rows in forks without a code log, and not where executions overlap", () => {
    const waiting = { ...examplePath.tree, occupied: 0.3, nsPerOperation: 90_000 };
    const kinds = (tree: CallTree) => {
      const { forks } = planTrials(foundPath(examplePlaces, tree), policies.quick, 1);
      return {
        waits: forks.map(({ variants }) => placesOf(variants, 'wait').flat().length),
        logs: forks.findIndex(({ logsCode }) => logsCode),
      };
    };
    expect(kinds(waiting)).toEqual({ waits: [4, 0, 0, 0, 0], logs: 1 });
    expect(kinds({ ...waiting, recursive: [1] })).toEqual({ waits: [3, 0, 0, 0, 0], logs: 1 });
    expect(kinds({ ...waiting, concurrent: true })).toEqual({ waits: [0, 0, 0, 0, 0], logs: 0 });
    expect(kinds(examplePath.tree)).toEqual({ waits: [0, 0, 0, 0, 0], logs: 0 });
  });

  it('times rows of a waiting path together, unless one runs inside the other, inside itself, or often', () => {
    const waiting = { ...examplePath.tree, occupied: 0.3, nsPerOperation: 90_000 };
    const groups = (tree: CallTree) =>
      planTrials(foundPath(examplePlaces, tree), policies.quick, 1)
        .forks.map(({ variants }) => placesOf(variants, 'span').sort())
        .at(-1);
    expect(groups(waiting)).toEqual([
      [0, 3],
      [1, 2],
    ]);
    expect(groups({ ...waiting, recursive: [3] })).toEqual([[0], [1, 2], [3]]);
    const often = waiting.nodes.map((node) =>
      node.place === 2 ? { ...node, count: 5 * waiting.operations } : node,
    );
    expect(groups({ ...waiting, nodes: often })).toEqual([[0, 3], [1], [2]]);
    expect(groups({ ...waiting, concurrent: true })).toEqual([[0], [1], [2], [3]]);
    expect(groups(examplePath.tree)).toEqual([[0], [1], [2], [3]]);
  });

  it('shares many places among the forks of a replicate', () => {
    const forks = forksOf45Places(policies.quick);
    expect(forks).toHaveLength(15);
    const timed = forks
      .filter((fork) => fork.replicate === 2)
      .flatMap((fork) => fork.variants)
      .filter((v) => v.kind === 'span');
    expect(new Set(timed.map((variant) => variant.id)).size).toBe(45);
  });

  it('runs the path alone after the first fork of each replicate, or of the first replicates only', () => {
    const policy = { ...policies.quick, aloneMs: 300 };
    const each = [300, 0, 0];
    expect(forksOf45Places(policy).map(({ aloneMs }) => aloneMs)).toEqual([
      ...each,
      ...each,
      ...each,
      ...each,
      ...each,
    ]);
    const whole = { path, async: false, waits: false, keepsAwake: false, warmUpGoal: warmAtOnce };
    const { forks } = planWholes(whole, [], { ...policy, aloneReplicates: 2 }, 1);
    expect(forks.map(({ aloneMs }) => aloneMs)).toEqual([300, 300, 0, 0, 0]);
  });

  function placesOf(variants: readonly Variant[], kind: 'span' | 'wait'): (readonly number[])[] {
    return variants.flatMap((variant) => (variant.kind === kind ? [variant.places] : []));
  }

  function forksOf45Places(policy: Policy): readonly ForkPlan[] {
    const nodes = [
      { place: -1, parent: -1, count: 0 },
      ...Array.from({ length: 45 }, (_, place) => ({ place, parent: 0, count: 1 })),
    ];
    const tree: CallTree = { ...examplePath.tree, nodes };
    const [first] = examplePlaces as readonly [RowPlace];
    const places = Array.from({ length: 45 }, (_, index) => ({ ...first, name: `r${index}` }));
    return planTrials(foundPath(places, tree), policy, 1).forks;
  }
});

describe('rows', () => {
  it('are the nodes of the call tree: a place below two parents is two rows', () => {
    expect(planRows(examplePlaces, examplePath.tree).map((row) => [row.id, row.parent])).toEqual([
      ['build', null],
      ['build/stamp', 'build'],
      ['build/copy', 'build'],
      ['push', null],
      ['push/copy', 'push'],
    ]);
  });

  it('of one name below one parent are distinguished by their lines', () => {
    const places = examplePlaces.map((place, index) => (index === 3 ? { ...place, name: 'build' } : place));
    expect(planRows(places, examplePath.tree).map((row) => row.id)).toContain('build (line 20)');
  });
});
