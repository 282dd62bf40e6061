import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureSample, samplePath } from '../../../test/support/example-path.js';
import { diagnose } from '../../diagnose/diagnose.js';
import type { LedgerRow } from '../../model/report/ledger.js';
import { reportOn } from '../../sessions/report-on.js';
import { estimateLedger } from './estimate-ledger.js';

const ledgerOf = async (...given: Parameters<typeof measureSample>) =>
  reportOn(await measureSample(...given)).ledger;
const findingsOf = async (...given: Parameters<typeof measureSample>) =>
  reportOn(await measureSample(...given)).findings.map((finding) => finding.id);
const byId = (rows: readonly LedgerRow[], id: string): LedgerRow => {
  const row = rows.find((candidate) => candidate.id === id);
  if (!row) throw new Error(`no row ${id}; there are ${rows.map((each) => each.id).join(', ')}`);
  return row;
};
const at = (line: number, file = '/project/logger.ts') => ({ name: 'f', file, line });
const driver = { name: 'hotpathDriver', file: '', line: 3 };
const stack = (count: number, ...frames: ReturnType<typeof at>[]) => ({
  frames: [...frames, driver],
  count,
});

describe('the ledger of a path whose costs are known', () => {
  it('has each row without its child rows, the timer taken off', async () => {
    const { rows, total, unexplained, timer } = await ledgerOf();
    const own = Object.fromEntries(rows.map((row) => [row.id, Math.round(row.mean * 1e6) / 1e6]));
    expect(own).toEqual({
      build: 250,
      'build/stamp': 200,
      'build/copy': 150,
      push: 250,
      'push/copy': 50,
      'garbage collection': 0,
    });
    expect(total.mean).toBeCloseTo(1000, 9);
    expect(unexplained.mean).toBeCloseTo(100, 9);
    expect(unexplained.share).toBeCloseTo(0.1, 9);
    expect(timer.interval.mean).toBeCloseTo(32, 9);
    expect(timer.perturbation.mean).toBeCloseTo(55, 9);
  });

  it('says how often a row ran, and what its probe did to the whole', async () => {
    const { rows } = await ledgerOf();
    expect(byId(rows, 'build/copy').calls).toBe(2);
    expect(byId(rows, 'push/copy').calls).toBe(1);
    expect(byId(rows, 'build/copy').dilation).toBeCloseTo((1000 + 3 * 55) / 1000, 9);
    expect(byId(rows, 'build').routes.spans).toMatchObject({
      raw: { mean: 632 },
      overhead: 32,
      corrected: { mean: 600 },
    });
  });

  it('adds up exactly, whatever the costs, also where rows exceed the whole', async () => {
    const costs = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 6, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(costs, async (inclusive) => {
        const { rows, total, unexplained } = await ledgerOf({ inclusive, batches: 4 }, { replicates: 2 });
        const sum = rows.reduce((all, row) => all + row.mean, 0) + unexplained.mean;
        expect(Math.abs(sum - total.mean)).toBeLessThanOrEqual(1e-9 * Math.max(1, ...inclusive));
      }),
      { numRuns: 40 },
    );
  });

  it('shows a negative remainder as it is, with a finding', async () => {
    const inclusive = [800, 600, 200, 150, 300, 50];
    const ledger = await ledgerOf({ inclusive });
    expect(ledger.unexplained.mean).toBeCloseTo(-100, 9);
    expect(await findingsOf({ inclusive })).toContain('negative-remainder');
  });

  it('gives the operation its part of all pauses, and keeps them out of the rows that they struck', async () => {
    const disturb: typeof samplePath.disturb = (batch) => {
      if (batch.startMs % 5 !== 0) return batch;
      const spans = batch.spans.map((span) => ({ ...span, sumNs: span.sumNs + 2e5 }));
      const struck = { spans, wholeNs: batch.wholeNs + 2e5, collectionNs: 2e5, collections: 1 };
      return { ...batch, ...struck, allocatedBytes: null };
    };
    const sampled = { refused: null, operations: 1000, wholeNs: 2e6, stacks: [stack(10, at(11))] };
    const { rows, total, allocatedBytes } = await ledgerOf({ disturb, sampled });
    // Pauses of 200 µs in every fifth batch; settling allocates as much as the operations, so half is theirs.
    const collection = 2e5 / 256 / 5 / 2;
    expect(allocatedBytes.mean).toBeCloseTo(700, 6);
    expect(byId(rows, 'garbage collection').mean).toBeCloseTo(collection, 6);
    expect(byId(rows, 'build/stamp').mean).toBeCloseTo(200, 6);
    expect(total.mean).toBeCloseTo(1000 + collection, 6);
    // Pauses are in the time that was sampled, too.
    expect(byId(rows, 'build').routes.sampled?.slowDown).toBeCloseTo(2000 / (1000 + collection), 9);
  });

  it('is made of batches in which the processor was calm; what others took more is interference', async () => {
    const disturb: typeof samplePath.disturb = (batch) => {
      if (batch.startMs % 4 !== 0) return { ...batch, wholeNs: batch.wholeNs * 1.5, yardstickNs: 5500 };
      return batch.startMs % 8 === 0 ? { ...batch, wholeNs: batch.wholeNs + 4e6, preemptedNs: 4e6 } : batch;
    };
    const { total, interference, processor } = await ledgerOf({ disturb, batches: 80 });
    expect(total.mean).toBeCloseTo(1000, 6);
    expect(interference.mean).toBeCloseTo(0.75 * 500 + (0.125 * 4e6) / 256, 6);
    expect(processor).toEqual({ calmShare: 0.25, replicatesUsed: 5, replicatesSetAside: 0 });
  });

  it('moves a row whose variant never found the processor calm to where the whole is, which did', async () => {
    const disturb: typeof samplePath.disturb = (batch, random, variant) => {
      if (variant.kind !== 'span' || !variant.places.includes(0)) return batch;
      const factor = 1.4 + 0.4 * random();
      const spans = batch.spans.map((span) => ({ ...span, sumNs: factor * span.sumNs }));
      return { ...batch, wholeNs: factor * batch.wholeNs, yardstickNs: 9000, spans };
    };
    const { rows, total } = await ledgerOf({ disturb });
    expect(total.mean).toBeCloseTo(1000, 6);
    // As it is found the row is 40 % too long at least.
    expect(Math.abs(byId(rows, 'build').inclusive.mean - 600)).toBeLessThan(20);
  });

  it('sets replicates aside that found the processor busy throughout, and says so', async () => {
    let fork = 0;
    const forkFactor = () => (fork++ % 5 === 2 ? 1.6 : 1);
    const variation: Parameters<typeof measureSample>[0] = {
      forkFactor,
      disturb: (batch) => (fork % 5 === 3 ? { ...batch, yardstickNs: 6600 } : batch),
    };
    const report = reportOn(await measureSample(variation));
    expect(report.ledger.total.mean).toBeCloseTo(1000, 6);
    expect(report.ledger.processor).toMatchObject({ replicatesUsed: 4, replicatesSetAside: 1 });
    expect(report.findings.map((finding) => finding.id)).toContain('contended-processor');
  });

  it('does not take waking up for pre-emption where it happens in every batch', async () => {
    const disturb: typeof samplePath.disturb = (batch) => {
      const calm = batch.startMs % 10 === 3;
      return calm
        ? { ...batch, wholeNs: batch.wholeNs * 3 }
        : { ...batch, preemptedNs: 0.05 * batch.wholeNs };
    };
    expect((await ledgerOf({ disturb })).total.mean).toBeCloseTo(1000, 6);
  });

  it('compares a long wait and the whole at the same luck', async () => {
    // 90 µs of waiting in `push`, varying threefold from batch to batch; four other rows.
    const disturb: typeof samplePath.disturb = (batch, random, variant) => {
      const luck = 90_000 * 256 * (0.5 + random());
      const spans = batch.spans.map((span) => ({ ...span, sumNs: span.sumNs + luck }));
      const waits = variant.kind === 'span' && variant.places.includes(3);
      return { ...batch, wholeNs: batch.wholeNs + luck, spans: waits ? spans : batch.spans };
    };
    const { explained, total, rows } = await ledgerOf({ disturb, batches: 12, processorShare: 0.05 });
    expect(total.mean).toBeGreaterThan(40_000);
    expect(Math.abs(explained - (total.mean - 100) / total.mean)).toBeLessThan(0.005);
    expect(Math.abs(byId(rows, 'build').inclusive.mean - 600)).toBeLessThan(100);
  });

  it('takes the mean of all modes of a path that waits, and the quicker mode of one that computes', async () => {
    const disturb: typeof samplePath.disturb = (batch) => ({
      ...batch,
      wholeNs: batch.wholeNs * (batch.startMs % 2 === 0 ? 1 : 3),
    });
    expect((await ledgerOf({ disturb, processorShare: 0.1 })).total.mean).toBeCloseTo(2000, 6);
    expect((await ledgerOf({ disturb })).total.mean).toBeCloseTo(1000, 6);
  });

  it('rests on the batches that were not pre-empted, though most were, whether the path waits or not', async () => {
    const disturb: typeof samplePath.disturb = (batch) =>
      batch.startMs % 3 === 0 ? batch : { ...batch, wholeNs: 3 * batch.wholeNs, preemptedNs: batch.wholeNs };
    expect((await ledgerOf({ disturb })).total.mean).toBeCloseTo(1000, 6);
    expect((await ledgerOf({ disturb, processorShare: 0.1 })).total.mean).toBeCloseTo(1000, 6);
  });

  it('tells a processor that is shared with what the path waits for apart, however often that happens', async () => {
    const sharing =
      (period: number): typeof samplePath.disturb =>
      (batch) =>
        batch.startMs % period === 0
          ? batch
          : { ...batch, wholeNs: 0.4 * batch.wholeNs, preemptedNs: 0.1 * batch.wholeNs };
    for (const period of [2, 4]) {
      const path = { disturb: sharing(period), processorShare: 0.1, batches: 40 };
      const { total, sharing: seen, interference } = await ledgerOf(path);
      expect(total.mean).toBeCloseTo(1000, 6);
      expect(interference.mean).toBeCloseTo(0, 6);
      expect(seen).toMatchObject({ own: 1000, shared: 400 });
      expect(seen?.sharedShare).toBeCloseTo(1 - 1 / period, 2);
      expect(await findingsOf(path)).toContain('shared-processor');
    }
    const measurement = await measureSample({ disturb: sharing(2), processorShare: 0.1, batches: 40 });
    const apart = measurement.forks.map((fork) => ({ ...fork, ownProcessor: true }));
    const adviceOn = (forks: typeof apart): string | undefined =>
      reportOn({ ...measurement, forks }).findings.find(({ id }) => id === 'shared-processor')?.advice;
    expect(adviceOn(apart)).toContain('were kept off its processor');
    expect(
      adviceOn([{ ...apart[0], ownProcessor: false } as (typeof apart)[0], ...apart.slice(1)]),
    ).toContain('taskset');
    expect((await ledgerOf({ disturb: sharing(2) })).sharing).toBeNull();
    expect(await findingsOf({ processorShare: 0.1 })).not.toContain('shared-processor');
  });

  it('rests on the least pre-empted quarter where all batches were pre-empted', async () => {
    const disturb: typeof samplePath.disturb = (batch) => {
      const factor = batch.startMs % 3 === 0 ? 0.1 : 2;
      return { ...batch, wholeNs: (1 + factor) * batch.wholeNs, preemptedNs: factor * batch.wholeNs };
    };
    expect((await ledgerOf({ disturb })).total.mean).toBeCloseTo(1100, 6);
  });

  it('keeps a cost that strikes one operation in many, because every batch holds it', async () => {
    const ledger = await ledgerOf({ inclusive: [1000, 600, 200 + 70_000 / 128, 150, 300, 50] });
    expect(byId(ledger.rows, 'build/stamp').mean).toBeCloseTo(200 + 70_000 / 128, 6);
  });

  it('has no interval with one replicate, and says so', async () => {
    const ledger = await ledgerOf({}, { replicates: 1 });
    expect(ledger.total.high).toBe(Number.POSITIVE_INFINITY);
    expect(byId(ledger.rows, 'build').confidence).toBe('low');
    expect(await findingsOf({}, { replicates: 1 })).toContain('wide-interval');
  });

  it('trusts a row whose two routes agree most, one with spans alone less, one whose routes disagree least', async () => {
    const { rows } = await ledgerOf();
    expect(byId(rows, 'build')).toMatchObject({
      confidence: 'high',
      reason: 'two routes agree; interval ±1.9 % of the total',
    });
    expect(byId(rows, 'push/copy')).toMatchObject({
      confidence: 'medium',
      reason: 'spans alone: it runs below several rows; interval ±1.7 % of the total',
    });
    const apart = await ledgerOf({ marginalFactor: 0.5 });
    expect(byId(apart.rows, 'build').confidence).toBe('low');
    expect(byId(apart.rows, 'build').reason).toContain('its routes disagree');
  });

  it('reconciles spans and marginal cost: a short row rests on the route without a timer, a long one on spans', async () => {
    const biased = { inclusive: [10_000, 6000, 20, 150, 300, 50], spanBias: -14 };
    const { rows, timer } = await ledgerOf(biased);
    const short = byId(rows, 'build/stamp');
    expect(short.routes.spans?.raw.mean).toBeCloseTo(38, 6);
    expect(short.routes.marginal?.corrected.mean).toBeCloseTo(20, 6);
    expect(Math.abs(short.inclusive.mean - 20)).toBeLessThan(1);
    expect(Math.abs(byId(rows, 'build').inclusive.mean - 6000)).toBeLessThan(15);
    expect(byId(rows, 'build').routes.marginal?.weight).toBeLessThan(0.01);
    // Rows without a second route gain from what the others tell of the timer: 150 ns in two executions.
    expect(timer.hidden.mean).toBeGreaterThan(8);
    expect(Math.abs(byId(rows, 'build/copy').inclusive.mean - 150)).toBeLessThan(10);
  });

  it('moves from a mean of both routes to spans without a leap, as the loop becomes cheaper than the run in place', async () => {
    const factors = Array.from({ length: 51 }, (_, index) => 1 - index / 100);
    const build = async (marginalFactor: number) => byId((await ledgerOf({ marginalFactor })).rows, 'build');
    const rows = await Promise.all(factors.map(build));
    const times = rows.map(({ inclusive }) => inclusive.mean);
    const leaps = times.slice(1).map((ns, index) => Math.abs(ns - (times[index] as number)));
    // The loop's own cost changes by 6 ns from one to the next.
    expect(Math.max(...leaps)).toBeLessThan(6);
    const inPlace = rows[50]?.routes.spans?.corrected.mean as number;
    expect(Math.abs((times.at(-1) as number) - inPlace)).toBeLessThan(1);
    expect(
      Math.abs((times[8] as number) - (rows[8]?.routes.spans?.corrected.mean as number)),
    ).toBeGreaterThan(1);
    expect(rows[10]?.routes.marginal?.weight).toBeGreaterThan(rows[50]?.routes.marginal?.weight as number);
    const widths = rows.map(({ inclusive: { low, high } }) => high - low);
    expect(widths[50]).toBeGreaterThan(2 * (widths[0] as number));
  });

  it('takes the remainder apart: the measuring loop, code in no row, and what is left', async () => {
    const { unexplained } = await ledgerOf({ driverNs: 7 });
    const parts = unexplained.parts.map(({ name, mean }) => [name, Math.round(mean * 1e6) / 1e6]);
    expect(parts).toEqual([
      ['measuring loop', 7],
      ['code in no row', 93],
      ['overlap with the loop', 0],
    ]);
    expect(unexplained.mean).toBeCloseTo(100, 9);
  });

  it('says how long the path is off the processor, and what the machine added, by cause', async () => {
    const disturb: typeof samplePath.disturb = (batch) =>
      batch.startMs % 4 === 0
        ? { ...batch, wholeNs: batch.wholeNs + 5e5, preemptedNs: 2e5, yardstickNs: 6000 }
        : batch;
    const { waiting, disturbances, interference } = await ledgerOf({ disturb, processorShare: 0.9 });
    expect(waiting.mean).toBeCloseTo(100, 6);
    expect(disturbances.map(({ name, mean }) => [name, Math.round(mean * 256 * 4)])).toEqual([
      ['pre-emption', 2e5],
      ['contention', 3e5],
    ]);
    expect(interference.mean).toBeCloseTo(5e5 / 4 / 256, 6);
  });

  it('shares samples among the rows of their stacks, innermost last, and scales them to the unprobed whole', async () => {
    const stacks = [
      stack(40, at(900, '/elsewhere.ts'), at(11)),
      stack(20, { name: 'toISOString', file: '', line: 0 }, at(13)),
      stack(10, at(31), at(22)),
      stack(10, at(31), at(11)),
      stack(20, at(99)),
      { frames: [{ name: '(garbage collector)', file: '', line: 0 }], count: 50 },
      { frames: [at(13)], count: 70 },
    ];
    const sampled = { refused: null, operations: 1000, wholeNs: 1.5e6, stacks };
    const { rows } = await ledgerOf({ sampled });
    const shares = Object.fromEntries(
      rows.map((row) => [row.id, row.routes.sampled && Math.round(row.routes.sampled.corrected.mean)]),
    );
    expect(shares).toEqual({
      build: 700,
      'build/stamp': 200,
      'build/copy': 100,
      push: 100,
      'push/copy': 100,
      'garbage collection': null,
    });
    expect(byId(rows, 'build').routes.sampled).toMatchObject({
      samples: 70,
      slowDown: 1.5,
      raw: { mean: 1050 },
    });
  });

  it('says why there are no samples', async () => {
    const { rows } = await ledgerOf();
    expect(byId(rows, 'build').routes).toMatchObject({
      sampled: null,
      refused: { marginal: null, sampled: 'nothing is sampled' },
    });
  });

  it('takes no marginal cost into account where the path waits', async () => {
    const { rows } = await ledgerOf({ processorShare: 0.1, marginalFactor: 3 });
    expect(byId(rows, 'build').inclusive.mean).toBeCloseTo(600, 6);
    expect(byId(rows, 'build').routes.marginal?.weight).toBe(0);
  });

  it('cannot be made of nothing', async () => {
    const measurement = await measureSample();
    expect(() => reportOn({ ...measurement, forks: [] })).toThrow('sample: no replicate is complete');
  });
});

/** A path that waits for half of its 100 µs, most of that in `copy` below `build`. */
const halfWaiting = {
  inclusive: [100_000, 60_000, 20_000, 15_000, 30_000, 5_000],
  off: [50_000, 48_000, 100, 40_000, 0, 0],
  tree: { ...samplePath.tree, nsPerOperation: 100_000, occupied: 0.5 },
  processorShare: 0.5,
};

describe('rows', () => {
  it('tell how many bytes a repeated row allocates, and nothing of the others', async () => {
    const { ledger } = reportOn(await measureSample({ allocated: [700, 300, 96, 0, 0, 0] }));
    expect(byId(ledger.rows, 'build').allocatedBytes?.mean).toBeCloseTo(300, 6);
    expect(byId(ledger.rows, 'build/stamp').allocatedBytes?.mean).toBeCloseTo(96, 6);
    expect(byId(ledger.rows, 'build/copy').allocatedBytes).toBeNull();
  });

  it('tell which row waits where the path does', async () => {
    const { ledger } = reportOn(
      await measureSample({
        ...halfWaiting,
      }),
    );
    expect(byId(ledger.rows, 'build').waiting?.mean).toBeCloseTo(48_000, 6);
    expect(byId(ledger.rows, 'build/copy').waiting?.mean).toBeCloseTo(40_000, 6);
    expect(byId(ledger.rows, 'push').waiting?.mean).toBe(0);
    expect(ledger.waiting.mean / 50_000).toBeCloseTo(1, 3);
    expect(reportOn(await measureSample()).ledger.rows[0]?.waiting).toBeNull();
  });

  it('wait for their share of the path, as the processes that are asked are slower than others', async () => {
    let fork = 0;
    const forkFactor = (): number => (fork++ === 1 ? 1.3 : 1);
    const { ledger } = reportOn(await measureSample({ ...halfWaiting, forkFactor }));
    const waiting = byId(ledger.rows, 'build').waiting?.mean ?? 0;
    expect(ledger.total.mean / 106_000).toBeCloseTo(1, 3);
    expect(waiting / ledger.total.mean).toBeCloseTo(0.48, 3);
  });

  it('stand beside what it takes to wake a thread, in the calmest process and in the middle one', async () => {
    let fork = 0;
    const disturb: typeof samplePath.disturb = (batch) => ({ ...batch, wakingNs: 46_000 + 1000 * fork });
    const forkFactor = (): number => {
      fork++;
      return 1;
    };
    const { ledger } = reportOn(await measureSample({ ...halfWaiting, disturb, forkFactor }));
    expect(ledger.waking).toEqual({ quickest: 47_000, typical: 49_000, elasticity: 0, asleep: null });
    expect(reportOn(await measureSample()).ledger.waking).toBeNull();
  });

  it('know what they wait where the only replicate that was asked is set aside', async () => {
    let forks = 0;
    const { ledger } = reportOn(
      await measureSample({
        ...halfWaiting,
        forkFactor: () => {
          forks++;
          return 1;
        },
        disturb: (batch) => (forks === 1 ? { ...batch, yardstickNs: 6600 } : batch),
      }),
    );
    expect(ledger.processor.replicatesSetAside).toBe(1);
    expect(byId(ledger.rows, 'build').waiting?.mean).toBeCloseTo(48_000, -2);
  });

  it('tell what collection costs by kind of pause', async () => {
    const measurement = await measureSample();
    const pauses = [
      { kind: 'major', count: 1, ns: 1e6 },
      { kind: 'minor', count: 9, ns: 3e6 },
    ] as const;
    const forks = measurement.forks.map((fork) => ({
      ...fork,
      pauses,
      variants: fork.variants.map((variant) => ({
        ...variant,
        batches: variant.batches.map((batch) => ({
          ...batch,
          settlingCollections: 1,
          settlingCollectionNs: 1e5,
        })),
      })),
    }));
    const { ledger } = reportOn({ ...measurement, forks });
    const row = byId(ledger.rows, 'garbage collection');
    expect(row.mean).toBeGreaterThan(0);
    expect(ledger.collections[1]?.pauses).toBeCloseTo((0.75 * row.mean) / (3e6 / 9), 10);
    expect(ledger.collections.map(({ name, mean }) => [name, mean / row.mean])).toEqual([
      ['major', 0.25],
      ['minor', 0.75],
    ]);
  });
});

describe('findings', () => {
  it('name rows that never ran, and a remainder above a tenth', async () => {
    expect(await findingsOf()).toEqual(['idle-rows']);
    expect(await findingsOf({ inclusive: [1100, 600, 200, 150, 300, 50] })).toEqual([
      'unexplained',
      'idle-rows',
    ]);
  });

  it('tell that the same code measured twice differs', async () => {
    const disturb: typeof samplePath.disturb = (batch, _random, variant) =>
      variant.kind === 'twin' ? { ...batch, wholeNs: batch.wholeNs * 1.08 } : batch;
    expect(await findingsOf({ disturb })).toContain('twin-gap');
  });

  it("tell what V8's log says: code that was still being compiled, or thrown away", async () => {
    const instance = { name: 'build', file: '/project/logger.ts', line: 10 };
    const compilation: (typeof samplePath)['compilation'] = {
      functions: [
        {
          ...instance,
          before: { baseline: 3 },
          after: { baseline: 1, turbofan: 2 },
          changed: 2,
          inlinedInto: ['run', 'log'],
        },
      ],
      deoptimisations: [
        {
          at: '/project/logger.ts:14',
          inlinedAt: '/project/logger.ts:11',
          reason: 'wrong map',
          whileMeasured: true,
        },
        { at: '/project/logger.ts:15', inlinedAt: null, reason: 'not a number', whileMeasured: false },
      ],
      eventsMs: [],
      pathEventsMs: [],
    };
    const { ledger, findings } = reportOn(await measureSample({ compilation }));
    expect(byId(ledger.rows, 'build').code).toEqual({
      function: 'build',
      before: { baseline: 15 },
      after: { baseline: 5, turbofan: 10 },
      changed: 10,
      inlinedInto: ['log', 'run'],
    });
    expect(byId(ledger.rows, 'push').code).toBeNull();
    const messages = findings.map(({ id, message }) => [id, message]);
    expect(messages).toContainEqual([
      'compiled-while-measured',
      'V8 was still compiling build (66.7 % of its copies) while it was measured',
    ]);
    expect(messages).toContainEqual([
      'deoptimised-while-measured',
      'V8 threw optimised code away while it was measured: wrong map at /project/logger.ts:14, inlined at /project/logger.ts:11 (5 of 5 processes)',
    ]);
  });

  it('tell that inlining makes the path slower', async () => {
    const driver = { name: 'hotpathDriver', file: '', line: 3 };
    const stack = { frames: [{ file: '/project/logger.ts', line: 11, name: 'build' }, driver], count: 100 };
    const sampled = { refused: null, operations: 1000, stacks: [stack] };
    expect(await findingsOf({ sampled: { ...sampled, wholeNs: 0.7e6 } })).toContain('slower-inlined');
    expect(await findingsOf({ sampled: { ...sampled, wholeNs: 0.9e6 } })).not.toContain('slower-inlined');
    const measurement = await measureSample({ sampled: { ...sampled, wholeNs: 0.7e6 } });
    const waking = { quickest: 4e4, typical: 5e4, elasticity: 1, asleep: null };
    const waiting = { ...estimateLedger(measurement), waking };
    expect(diagnose(measurement, waiting).map(({ id }) => id)).not.toContain('slower-inlined');
  });

  it('tell that a session was stopped', async () => {
    const measurement = await measureSample();
    const stopped = { ...measurement, forks: measurement.forks.slice(0, 3) };
    expect(reportOn(stopped).findings[0]).toMatchObject({
      id: 'incomplete',
      evidence: { measured: 3, planned: 5 },
    });
  });

  it('tell that no batch is free of collection', async () => {
    const disturb: typeof samplePath.disturb = (batch) => ({
      ...batch,
      collections: 2,
      collectionNs: 10,
      allocatedBytes: null,
    });
    expect(await findingsOf({ disturb })).toContain('blurred-by-collection');
  });
});
