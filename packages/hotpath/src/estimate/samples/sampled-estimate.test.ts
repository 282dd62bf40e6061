import { describe, expect, it } from 'vitest';
import { exampleLedger, rowOf } from '../../../test/support/example-ledger.js';
import { examplePath } from '../../../test/support/example-path.js';
import { frameAt, stackOf } from '../../../test/support/example-stacks.js';

describe('the sampled route', () => {
  it('gives each row its share of the samples inside the path, child rows included, times the clean whole', async () => {
    const stacks = [
      stackOf(40, frameAt(900, '/elsewhere.ts'), frameAt(11)),
      stackOf(20, { name: 'toISOString', file: '', line: 0 }, frameAt(13)),
      stackOf(10, frameAt(31), frameAt(22)),
      stackOf(10, frameAt(31), frameAt(11)),
      stackOf(20, frameAt(99)),
      { frames: [{ name: '(garbage collector)', file: '', line: 0 }], count: 50 },
      { frames: [frameAt(13)], count: 70 },
    ];
    const sampled = { refused: null, operations: 1000, wholeNs: 1.5e6, stacks };
    const ledger = await exampleLedger({ sampled });
    const times = ledger.rows.map(({ id, routes }) => [
      id,
      routes.sampled && Math.round(routes.sampled.corrected.mean),
    ]);
    expect(Object.fromEntries(times)).toEqual({
      build: 700,
      'build/stamp': 200,
      'build/copy': 100,
      push: 100,
      'push/copy': 100,
      'garbage collection': null,
    });
    expect(rowOf(ledger, 'build').routes.sampled).toMatchObject({
      samples: 70,
      slowDown: 1.5,
      raw: { mean: 1050 },
    });
  });

  it('counts a continuation to the only row of its place and to those around it, and does not guess between several', async () => {
    const stacks = [
      stackOf(40, frameAt(11)),
      { frames: [frameAt(13)], count: 40 },
      { frames: [frameAt(31)], count: 20 },
    ];
    const sampled = { refused: null, operations: 1000, wholeNs: 1.1e6, stacks };
    const ledger = await exampleLedger({ sampled, tree: { ...examplePath.tree, async: true } });
    const samples = (id: string) => rowOf(ledger, id).routes.sampled;
    expect([samples('build')?.samples, samples('build/stamp')?.samples]).toEqual([80, 40]);
    expect(samples('build/stamp')?.weight).toBeGreaterThan(0);
    expect([samples('build/copy')?.weight, samples('build')?.weight]).toEqual([0, 0]);
  });

  it('is null without samples, with the reason', async () => {
    expect(rowOf(await exampleLedger(), 'build').routes).toMatchObject({
      sampled: null,
      refused: { marginal: null, sampled: 'nothing is sampled' },
    });
  });
});
