import { describe, expect, it } from 'vitest';
import { examplePath, measureExample } from '../../../test/support/example-path.js';
import type { Estimate } from '../../model/report/estimate.js';
import type { Projection } from '../../model/report/projection.js';
import { estimateLedger } from '../ledger/estimate-ledger.js';
import { judgeProjection } from './judge-projection.js';
import { projectRows } from './project.js';

const exactly = (mean: number) => ({ mean, low: mean, high: mean });

describe('projections', () => {
  it('equal the time the path saves when a row is left out of all or of some executions', async () => {
    const measurement = await measureExample({}, {}, 1, {}, { skips: true });
    const { projections } = projectRows(measurement, estimateLedger(measurement));
    const find = (row: string, scenario: string) =>
      projections.find((one) => one.row === row && one.scenario === scenario);
    expect(find('build/stamp', 'removed')?.gain.mean).toBeCloseTo(200, 4);
    expect(find('build/stamp', '2 times cheaper')?.gain.mean).toBeCloseTo(100, 4);
    expect(find('build/stamp', '4 times cheaper')?.gain.mean).toBeCloseTo(150, 4);
    expect(find('build/stamp', '2 times dearer')?.gain.mean).toBeCloseTo(-200, 4);
    expect(find('build/stamp', '4 times dearer')).toMatchObject({
      gain: { mean: expect.closeTo(-600, 4) },
      taken: { mean: expect.closeTo(-600, 4) },
      slope: { mean: expect.closeTo(1, 6) },
    });
    expect(find('build/stamp', 'removed')).toMatchObject({
      confidence: 'high',
      projected: { mean: expect.closeTo(800, 4) },
    });
  });

  it('that gain more than the row takes give the reason', async () => {
    const measurement = await measureExample({ skipFactor: 1.5 }, {}, 1, {}, { skips: true });
    const { projections } = projectRows(measurement, estimateLedger(measurement));
    const removed = projections.find(({ row, scenario }) => row === 'push' && scenario === 'removed');
    expect(removed).toMatchObject({
      gain: { mean: expect.closeTo(450, 4) },
      taken: { mean: expect.closeTo(300, 4) },
      slope: { mean: expect.closeTo(1.5, 6) },
      confidence: 'high',
      reason: 'its interval is narrow; the rest of the path then takes less',
    });
  });

  it('average the shares of forks: a slow fork counts as much as a fast one', async () => {
    const forkFactor = (random: () => number) => 1 + random();
    const measurement = await measureExample({ forkFactor }, {}, 1, {}, { skips: true });
    const ledger = estimateLedger(measurement);
    const { projections } = projectRows(measurement, ledger);
    const { gain } = projections.find(
      ({ row, scenario }) => row === 'build/stamp' && scenario === 'removed',
    ) as Projection;
    expect(gain.mean / ledger.total.mean).toBeCloseTo(0.2, 6);
    expect((gain.high - gain.low) / ledger.total.mean).toBeLessThan(1e-6);
  });

  it('compare the variant with the untouched path and with itself; their difference widens the interval', async () => {
    // The code around the row makes the copy 60 ns slower from the start.
    const disturb: typeof examplePath.disturb = (batch, _, { kind }) =>
      kind === 'skip' ? { ...batch, wholeNs: batch.wholeNs + 60 * examplePath.batchOperations } : batch;
    const measurement = await measureExample({ disturb }, {}, 1, {}, { skips: true });
    const { projections } = projectRows(measurement, estimateLedger(measurement));
    const { gain } = projections.find(
      ({ row, scenario }) => row === 'build/stamp' && scenario === 'removed',
    ) as Projection;
    expect(gain.mean).toBeCloseTo(170, 4);
    expect(gain.low).toBeLessThan(140);
    expect(gain.high).toBeGreaterThan(200);
  });

  it('report what replacement code saves, and the garbage collection that is avoided', async () => {
    const replacements = [{ name: 'a cache', place: 1, code: '' }];
    const variation = { replacedNs: { 'a cache': 850 } };
    const measurement = await measureExample(variation, {}, 1, {}, { skips: true, replacements });
    const { projections } = projectRows(measurement, estimateLedger(measurement));
    const replaced = projections.filter(({ scenario }) => scenario === 'replaced by a cache');
    expect(replaced.map(({ row, gain, taken }) => [row, Math.round(gain.mean), taken])).toEqual([
      ['build/stamp', 150, null],
    ]);
    const garbage = projections.find(
      ({ row, scenario }) => row === 'build/stamp' && scenario === 'no garbage',
    );
    expect(garbage?.gain).toEqual(garbage?.collection);
  });

  it('that are unknown, or save more than the path takes, are refused by row and scenario', async () => {
    const without =
      (wholeNs: number): typeof examplePath.disturb =>
      (batch, _, { id }) =>
        id === 'skip-3' && batch.repeats !== 0 ? { ...batch, wholeNs } : batch;
    const projected = async (wholeNs: number) => {
      const measured = await measureExample({ disturb: without(wholeNs) }, {}, 1, {}, { skips: true });
      return projectRows(measured, estimateLedger(measured));
    };
    const unknown = await projected(Number.NaN);
    expect(unknown.refused).toContainEqual({ row: 'push', why: 'removed: its gain is not known' });
    const beyond = await projected(-500 * examplePath.batchOperations);
    expect(beyond.refused).toContainEqual({
      row: 'push',
      why: 'removed: it would save 150.0% of the whole',
    });
    for (const { projections } of [unknown, beyond]) {
      expect(projections.some(({ row, scenario }) => row === 'push' && scenario === 'removed')).toBe(false);
      expect(projections.every(({ gain }) => Number.isFinite(gain.mean))).toBe(true);
    }
  });

  it('name the rows that the ledger refuses', async () => {
    const measured = await measureExample({}, {}, 1, {}, { skips: true });
    const refused = [{ id: 'push', why: 'it took 240.0% of the whole' }];
    const ledger = estimateLedger(measured);
    const rows = ledger.rows.filter(({ id }) => id !== 'push');
    const found = projectRows(measured, { ...ledger, rows, refused });
    expect(found.refused).toEqual([
      { row: 'push', why: 'its number cannot be true: it took 240.0% of the whole' },
    ]);
    expect(found.projections.some(({ row }) => row === 'push')).toBe(false);
  });

  it('have low confidence within chance or with a wide interval, and medium when half the executions do not save half', () => {
    const judged = {
      scenario: 'removed',
      part: 1,
      collection: exactly(0),
      taken: exactly(100),
    } as const;
    const about = (mean: number, half: number) => ({ mean, low: mean - half, high: mean + half });
    const judge = (gain: Estimate) => judgeProjection({ ...judged, gain }, gain);
    expect(judge(about(5, 6))).toEqual({ confidence: 'low', reason: 'the effect is within chance' });
    expect(judge(about(100, 9)).confidence).toBe('high');
    expect(judge(about(100, 20)).confidence).toBe('medium');
    expect(judge(about(100, 40)).confidence).toBe('low');
    const half = { ...judged, part: 0.5, taken: exactly(50), gain: exactly(10) };
    expect(judgeProjection(half, exactly(100))).toEqual({
      confidence: 'medium',
      reason:
        'its interval is narrow; leaving out a part of the executions does not save that part; the rest of the path then takes more',
    });
    const more = { ...judged, gain: exactly(130), collection: exactly(30) };
    expect(judgeProjection(more, exactly(130)).reason).toContain('garbage that is no longer made');
  });
});
