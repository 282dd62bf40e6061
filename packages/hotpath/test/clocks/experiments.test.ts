import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { judgeProjection } from '../../src/estimate/gains/judge-projection.js';
import { projectRows } from '../../src/estimate/gains/project.js';
import { scoreProjection } from '../../src/estimate/gains/score-projection.js';
import { estimateLedger } from '../../src/estimate/ledger/estimate-ledger.js';
import { operationCosts } from '../../src/estimate/ledger/operation-costs.js';
import type { Estimate } from '../../src/model/report/ledger.js';
import type { Projection } from '../../src/model/report/projection.js';
import type { StoredProjection } from '../../src/model/report/score.js';
import { policies } from '../../src/plan/policy.js';
import { floorTable } from '../../src/report/tables/floor-table.js';
import { comparePaths } from '../../src/sessions/compare-paths.js';
import { reportOn } from '../../src/sessions/report-on.js';
import type { Session } from '../../src/sessions/session.js';
import { measureSample, sampleEnvironment, sampleFloors, samplePath } from '../support/example-path.js';
import { createFakeMeasurer, type FakePath } from '../support/fake-measurer.js';
import { faultsOf } from '../support/published.js';
import { createWorkspace, hotpath, type Workspace } from '../support/workspace.js';

const folders: Workspace[] = [];
afterAll(() => {
  for (const folder of folders) folder.remove();
});

const exactly = (mean: number) => ({ mean, low: mean, high: mean });

describe('floors', () => {
  const operations = sampleFloors;
  const costs = { 'floor/tuple': 100, 'floor/slot': 60, 'floor of stamp/clock': 50 };

  it('are the least of what is declared, of the path and of its rows', async () => {
    const measurement = await measureSample({ operationNs: costs }, {}, 1, {}, { operations });
    const { floor, rows, total } = estimateLedger(measurement);
    expect([floor?.name, floor?.time.mean]).toEqual(['slot', 60]);
    const report = reportOn(measurement);
    expect(report.floors.map(({ name, row, ratio }) => [name, row, Math.round(ratio.mean)])).toEqual([
      ['tuple', null, 10],
      ['slot', null, 17],
      ['clock', 'stamp', 4],
    ]);
    expect(floorTable(report, 80)).toMatch(/│ stamp: clock +│ +0\.050 │.*│ +4\.0× │/);
    expect(floor?.ratio.mean).toBeCloseTo(total.mean / 60, 9);
    const stamp = rows.find(({ name }) => name === 'stamp');
    expect(stamp?.floor).toMatchObject({ name: 'clock', ratio: { mean: expect.closeTo(4, 9) } });
    expect(rows.filter((row) => row.floor !== null)).toHaveLength(1);
  });

  it('cost what their batches took, less the measuring loop, in the order of the specification', async () => {
    const measurement = await measureSample({ operationNs: costs, driverNs: 2 }, {}, 1, {}, { operations });
    const found = operationCosts(measurement).map(({ name, time }) => [name, Math.round(time.mean)]);
    expect(found).toEqual([
      ['sample', 998],
      ['tuple', 98],
      ['slot', 58],
      ['clock', 48],
    ]);
  });
});

describe('projections', () => {
  it('are what the path took less when a row was left out, in all or in half of the executions', async () => {
    const measurement = await measureSample({}, {}, 1, {}, { skips: true });
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

  it('that gain more than the row takes say where', async () => {
    const measurement = await measureSample({ skipFactor: 1.5 }, {}, 1, {}, { skips: true });
    const { projections } = projectRows(measurement, estimateLedger(measurement));
    const removed = projections.find(({ row, scenario }) => row === 'push' && scenario === 'removed');
    expect(removed).toMatchObject({
      gain: { mean: expect.closeTo(450, 4) },
      taken: { mean: expect.closeTo(300, 4) },
      slope: { mean: expect.closeTo(1.5, 6) },
      confidence: 'high',
      reason: 'its interval is narrow; the rest of the path takes less then',
    });
  });

  it('are shares of each process: a slow one counts as much as a quick one', async () => {
    const forkFactor = (random: () => number) => 1 + random();
    const measurement = await measureSample({ forkFactor }, {}, 1, {}, { skips: true });
    const ledger = estimateLedger(measurement);
    const { projections } = projectRows(measurement, ledger);
    const { gain } = projections.find(
      ({ row, scenario }) => row === 'build/stamp' && scenario === 'removed',
    ) as Projection;
    expect(gain.mean / ledger.total.mean).toBeCloseTo(0.2, 6);
    expect((gain.high - gain.low) / ledger.total.mean).toBeLessThan(1e-6);
  });

  it('hold the copy against the untouched path and against itself; their distance is in the interval', async () => {
    // The code around the row makes the copy 60 ns slower from the start.
    const disturb: typeof samplePath.disturb = (batch, _, { kind }) =>
      kind === 'skip' ? { ...batch, wholeNs: batch.wholeNs + 60 * samplePath.batchOperations } : batch;
    const measurement = await measureSample({ disturb }, {}, 1, {}, { skips: true });
    const { projections } = projectRows(measurement, estimateLedger(measurement));
    const { gain } = projections.find(
      ({ row, scenario }) => row === 'build/stamp' && scenario === 'removed',
    ) as Projection;
    expect(gain.mean).toBeCloseTo(170, 4);
    expect(gain.low).toBeLessThan(140);
    expect(gain.high).toBeGreaterThan(200);
  });

  it('tell what other code in a row saves, and the garbage that is not made', async () => {
    const replacements = [{ name: 'a cache', place: 1, code: '' }];
    const variation = { replacedNs: { 'a cache': 850 } };
    const measurement = await measureSample(variation, {}, 1, {}, { skips: true, replacements });
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

  it('are not sure where the effect is within chance, wide, or a part does not save its part', () => {
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
        'its interval is narrow; a part of the executions does not save its part; the rest of the path takes more then',
    });
    const more = { ...judged, gain: exactly(130), collection: exactly(30) };
    expect(judgeProjection(more, exactly(130)).reason).toContain('garbage that is not made');
  });
});

describe('savings', () => {
  const session = (forkFactor: FakePath['forkFactor'], replicates = 8): Session => ({
    measurer: createFakeMeasurer({
      ...samplePath,
      operationNs: { '/project/cheaper.hot.ts': 800, '/project/same.hot.ts': 1000 },
      disturb: (batch, _random, { kind }) =>
        kind === 'other' && batch.wholeNs > 2e6 ? { ...batch, wholeNs: 3 * batch.wholeNs } : batch,
      ...(forkFactor && { forkFactor }),
    }),
    environment: sampleEnvironment,
    policy: { ...policies.quick, replicates },
    seed: 1,
    progress: () => {},
    now: () => 0,
  });
  const changed = ['/project/cheaper.hot.ts', '/project/same.hot.ts'];
  const compare = (factor: FakePath['forkFactor'], replicates?: number) =>
    comparePaths('/project/sample.hot.ts', changed, session(factor, replicates));

  it('are the middle share of a path that changes its speed from process to process', async () => {
    let forks = 0;
    // The others of one process are struck.
    const [first, second] = await compare(() => (forks++ === 3 ? 10 : 0.6 + forks / 10));
    expect(first?.before).toBeCloseTo(1150, 6);
    expect(first?.saved.mean).toBeCloseTo(230, 6);
    expect(second?.saved.mean).toBeCloseTo(0, 6);
    expect(second?.saved.high).toBeCloseTo(0, 6);
  });

  it('have no interval where there are too few processes', async () => {
    const [first] = await compare(undefined, 3);
    expect(first?.saved).toMatchObject({ low: Number.NEGATIVE_INFINITY, mean: expect.closeTo(200, 6) });
  });
});

describe('scores', () => {
  const stored: StoredProjection = {
    id: 'p1',
    at: '2026-01-01T00:00:00.000Z',
    path: 'sample',
    spec: 'sample.hot.ts',
    total: exactly(1000),
    node: '20',
    cpu: 'x',
    row: 'stamp',
    name: 'stamp',
    scenario: 'removed',
    gain: { mean: 200, low: 190, high: 210 },
    collection: exactly(0),
    taken: exactly(200),
    slope: exactly(1),
    projected: exactly(800),
    confidence: 'high',
    reason: '',
  };
  const outcome = (before: number, after: number) =>
    scoreProjection(stored, before, exactly(before - after), 'now').outcome;

  it('are hits within the intervals or a tenth, and misses beyond', () => {
    expect([outcome(1000, 800), outcome(1000, 781), outcome(1000, 779)]).toEqual(['hit', 'hit', 'miss']);
  });

  it('are unsure where the measurement is too wide to confirm anything, but not to contradict', () => {
    const measured = (mean: number) => ({ mean, low: mean - 100, high: mean + 100 });
    expect(scoreProjection(stored, 1000, measured(180), 'now').outcome).toBe('unsure');
    expect(scoreProjection(stored, 1000, measured(0), 'now').outcome).toBe('miss');
  });

  it('allow for a machine that is slower than it was', () => {
    expect(outcome(2000, 1600)).toBe('hit');
    expect(outcome(2000, 1800)).toBe('miss');
  });
});

const spin = `let x = 1;
  function spin(turns) { for (let i = 0; i < turns; i++) x = (Math.imul(x, 1664525) + 1013904223) | 0; }`;

describe('what-if and score on a path of known shares', () => {
  it('project what the real change brings', async () => {
    const rows = (long: string): string => `${spin}
      function run() {
        // #region short
        // hotpath: repeatable
        spin(1000);
        // #endregion
        ${long}
      }
      export default { name: 'known', run };`;
    const long = '// #region long\n// hotpath: repeatable\nspin(3000);\n// #endregion\n';
    const made = createWorkspace({ 'before.hot.mjs': rows(long), 'after.hot.mjs': rows('') });
    folders.push(made);
    const projected = await hotpath(made.folder, [
      'what-if',
      'before.hot.mjs',
      '--quick',
      '--json',
      'p.json',
    ]);
    expect([projected.code, projected.err]).toEqual([0, '']);
    expect(faultsOf('projections', JSON.parse(readFileSync(made.path('p.json'), 'utf8')))).toBeNull();
    expect(projected.out).toMatch(/│ long +│ +[\d.]+ │ +\+[\d.]+ ±[\d.]+ │/);
    const id = /(p\d+) long removed/.exec(projected.out)?.[1] as string;
    const scored = await hotpath(made.folder, [
      'score',
      'after.hot.mjs',
      '--before',
      'before.hot.mjs',
      '--projection',
      id,
      '--quick',
    ]);
    expect(scored.err).toBe('');
    // Three quarters of the path: whether it is a hit depends on the machine's calm, its size does not.
    const [, gain, measured] = /known, long removed │ +([\d.]+) ±[\d.]+ │ +([\d.]+) ±/.exec(scored.out) ?? [];
    expect(Number(measured) / Number(gain)).toBeGreaterThan(0.6);
    expect(Number(measured) / Number(gain)).toBeLessThan(1.6);
    expect((await hotpath(made.folder, ['score'])).out).toContain('known, long removed');
  });

  it('say what they cannot do in a sentence', async () => {
    const made = createWorkspace({
      'effects.hot.mjs': `const list = [];
        function run() {
          // #region grows
          list.push(1);
          // #endregion
          if (list.length > 100) list.length = 0;
        }
        export default { name: 'effects', run };`,
      'store.jsonl': '{"id":"p1"\n',
    });
    folders.push(made);
    expect(await hotpath(made.folder, ['what-if', 'effects.hot.mjs', '--quick'])).toMatchObject({
      code: 3,
      err: expect.stringContaining('no row can be removed; grows: it calls list.push'),
    });
    expect(await hotpath(made.folder, ['score', 'effects.hot.mjs', '--projection', 'p9'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('has no projection p9'),
    });
    expect(
      await hotpath(made.folder, [
        'score',
        'effects.hot.mjs',
        '--projection',
        'p1',
        '--store',
        'store.jsonl',
      ]),
    ).toMatchObject({ code: 2, err: expect.stringContaining('store.jsonl:1: is not JSON') });
    expect(await hotpath(made.folder, ['floor', 'effects.hot.mjs', '--quick'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('declares no floor'),
    });
  });
});
