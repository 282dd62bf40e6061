import { describe, expect, it } from 'vitest';
import { exampleReport, rowOf } from '../../../test/support/example-ledger.js';
import { examplePath, unrepeatable } from '../../../test/support/example-path.js';
import { frameAt, stackOf } from '../../../test/support/example-stacks.js';
import type { FakePath } from '../../../test/support/fake-measurer.js';

const [build, stamp] = [frameAt(10), frameAt(15)];

/** Samples by which the rows of the example path have their true shares, but for `stamp`. */
function samples(stampShare = 0.2): Required<FakePath>['sampled'] {
  const all = 20_000;
  const rest = all * (0.85 - stampShare - 0.5);
  return {
    refused: null,
    operations: 1000,
    wholeNs: 1.1e6,
    stacks: [
      stackOf(all * 0.25, build),
      stackOf(all * stampShare, stamp, build),
      stackOf(all * 0.15, frameAt(30), build),
      stackOf(all * 0.25, frameAt(20)),
      stackOf(all * 0.05, frameAt(30), frameAt(20)),
      stackOf(rest, frameAt(60)),
    ],
  };
}

const sampled = samples();
const stampNode = 2;
const disturbed = (fault: Partial<FakePath>) => exampleReport({ sampled, ...fault });

/** `stamp` takes 200 ns of 1,000. Each fault in turn makes one of its routes wrong by 30% or more. */
describe('a row of which one route is wrong', () => {
  it.each<[string, Partial<FakePath>, string]>([
    [
      'its probe costs 60 ns more, between the reads',
      { probeFault: { node: stampNode, inside: 60, outside: 0 } },
      'spans',
    ],
    [
      'its probe costs 90 ns more, elsewhere',
      { probeFault: { node: stampNode, inside: 0, outside: 90 } },
      'outside',
    ],
    ['it is cheaper in a loop', { marginalFactor: 0.4 }, 'marginal'],
    [
      'nothing shows what leaving it out saves',
      { places: unrepeatable('stamp'), skipFactor: 0.4 },
      'marginal',
    ],
    ['no sample finds it', { sampled: samples(0.0) }, 'sampled'],
  ])('keeps its time where %s', async (_, fault, route) => {
    const { ledger, findings } = await disturbed(fault);
    const { inclusive, routes } = rowOf(ledger, 'build/stamp');
    expect(routes.atOdds).toBe(route);
    expect(Math.abs(inclusive.mean - 200)).toBeLessThan(12);
    expect(inclusive.low).toBeLessThan(200);
    expect(inclusive.high).toBeGreaterThan(200);
    expect(findings.map(({ id }) => id)).toContain(route === 'spans' ? 'probe-at-odds' : 'route-at-odds');
  });

  it('is named with its place and its routes where the probe is at odds', async () => {
    const { findings } = await disturbed({ probeFault: { node: stampNode, inside: 60, outside: 0 } });
    const found = findings.find(({ id }) => id === 'probe-at-odds');
    expect(found?.message).toMatch(/build\/stamp at line 12 \(inside 2[56]\d ns, outside (19|20)\d ns, /);
  });
});

describe('a row that cannot be repeated', () => {
  it('has what leaving it out saves for a marginal cost, in bytes too', async () => {
    const { ledger } = await disturbed({ places: unrepeatable('stamp'), allocated: [700, 0, 300] });
    const { routes, allocatedBytes } = rowOf(ledger, 'build/stamp');
    expect(routes.marginal).toMatchObject({ by: 'leaving out', repeats: 0 });
    expect(routes.marginal?.corrected.mean).toBeCloseTo(200, 6);
    expect(routes.refused.marginal).toBeNull();
    expect(allocatedBytes?.mean).toBeCloseTo(300, 6);
    expect(rowOf(ledger, 'build').routes.marginal?.by).toBe('repeating');
  });
});

describe('a path that hides a part of the timer', () => {
  it('has it given back in all rows, if one of them shows it', async () => {
    const inclusive = [10_000, 6000, 20, 150, 300, 50];
    const { ledger } = await exampleReport({ inclusive, spanBias: -14 });
    expect(ledger.timer.hidden.mean).toBeGreaterThan(8);
    expect(Math.abs(rowOf(ledger, 'build/copy').inclusive.mean - 150)).toBeLessThan(12);
  });

  it('has it given back if rows that are left out show it', async () => {
    const places = unrepeatable('build', 'stamp', 'push');
    const { ledger } = await exampleReport({ places, spanBias: -14 });
    expect(ledger.timer.hidden.mean).toBeGreaterThan(5);
    expect(Math.abs(rowOf(ledger, 'build/stamp').inclusive.mean - 200)).toBeLessThan(6);
  });
});

describe('a row whose number cannot be true', () => {
  const refusal = async (fault: Partial<FakePath>) => {
    const { ledger, findings } = await disturbed(fault);
    for (const { mean, low, high } of [ledger.total, ledger.unexplained, ...ledger.rows])
      expect([mean, low, high].some(Number.isNaN)).toBe(false);
    const sum = ledger.rows.reduce((all, row) => all + row.mean, ledger.unexplained.mean);
    expect(sum).toBeCloseTo(ledger.total.mean, 6);
    const message = findings.find(({ id }) => id === 'refused-rows')?.message ?? '';
    return { ledger, message };
  };

  it('is named and not in the table if it ran in the trace and never after it', async () => {
    const nodes = examplePath.tree.nodes.map((node, index) =>
      index === stampNode ? { ...node, count: 0.1 } : node,
    );
    const inclusive = [1000, 600, 0, 150, 300, 50];
    const { ledger, message } = await refusal({ tree: { ...examplePath.tree, nodes }, inclusive });
    expect(ledger.rows.map(({ id }) => id)).not.toContain('build/stamp');
    expect(message).toContain('build/stamp (it did not run while it was timed)');
  });

  it('is named and not in the table if it takes more than the whole; rows below it move up', async () => {
    const spanBias = examplePath.inclusive.map((_, node) => (node === 1 ? 2500 : 0));
    const { ledger, message } = await refusal({
      spanBias,
      places: unrepeatable('build'),
      skipFactor: 5,
      sampled: {},
    });
    expect(message).toMatch(/build \(it took [\d.]+% of the whole\)/);
    const stamp = rowOf(ledger, 'build/stamp');
    expect([stamp.parent, Math.round(stamp.inclusive.mean / 10)]).toEqual([null, 20]);
  });

  it('is named and not in the table if it is not known', async () => {
    const unknown: FakePath['disturb'] = (batch, _, variant) =>
      variant.kind === 'span' && variant.places.includes(1)
        ? { ...batch, spans: batch.spans.map((span) => ({ ...span, sumNs: Number.NaN })) }
        : batch;
    const { message } = await refusal({ disturb: unknown });
    expect(message).toContain('build/stamp (its time is not known)');
  });
});

describe('rows that contradict each other', () => {
  it('are a finding where own time is below zero beyond its interval', async () => {
    const spanBias = examplePath.inclusive.map((_, node) => (node === stampNode ? 900 : 0));
    const { ledger, findings } = await exampleReport({ spanBias, marginalFactor: 5.5 });
    const { mean, high } = rowOf(ledger, 'build');
    expect([mean < 0, high < 0]).toEqual([true, true]);
    expect(findings.find(({ id }) => id === 'negative-rows')?.message).toContain('build (');
  });
});
