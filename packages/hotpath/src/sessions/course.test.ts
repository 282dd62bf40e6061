import { describe, expect, it } from 'vitest';
import { measureSample } from '../../test/support/example-path.js';
import type { FakePath } from '../../test/support/fake-measurer.js';
import type { Environment } from '../model/measurement/environment.js';
import type { Batch } from '../model/measurement/measurement.js';
import type { Report } from '../model/report/report.js';
import { reportOn } from './report-on.js';

/** A report on the sample path with a variation. */
async function report(variation: Partial<FakePath>, environment: Partial<Environment> = {}): Promise<Report> {
  return reportOn(await measureSample(variation, { replicates: 8 }, 3, environment));
}

const noisy = (batch: Batch, random: () => number, factor: number): Batch => ({
  ...batch,
  wholeNs: batch.wholeNs * factor * (1 + 0.01 * random()),
});

const verdicts = ({ ledger }: Report): string[] => [
  ...new Set(ledger.forks.map(({ steadyState }) => steadyState.verdict)),
];

const ids = ({ findings }: Report): string[] => findings.map(({ id }) => id);

describe('the course of a fork', () => {
  it('is flat where nothing changes, and then there is no finding about it', async () => {
    const flat = await report({ disturb: (batch, random) => noisy(batch, random, 1) });
    expect(verdicts(flat)).toEqual(['flat']);
    expect(ids(flat).filter((id) => /unsteady|two-modes|order-effect|surroundings/.test(id))).toEqual([]);
  });

  it('is classified as warm, slowing, or never at rest', async () => {
    const course = (factor: (index: number) => number) =>
      report({ disturb: (batch, random) => noisy(batch, random, factor(batch.startMs)) });
    const warm = await course((index) => (index < 15 ? 1.2 : 1));
    expect(verdicts(warm)).toEqual(['warm']);
    expect(warm.findings.find(({ id }) => id === 'unsteady')?.severity).toBe('note');
    const slowing = await course((index) => (index < 15 ? 1 : 1.2));
    expect(verdicts(slowing)).toEqual(['slowing']);
    expect(slowing.findings.find(({ id }) => id === 'unsteady')).toMatchObject({
      severity: 'warning',
      message:
        'the path changed its speed while it was measured: of 8 processes 8 got slower and then came to rest',
    });
    expect(verdicts(await course((index) => (index < 33 ? 1 : 1.2)))).toEqual(['none']);
  });

  it('is unknown where the processor was rarely calm', async () => {
    const seldom = await report({
      disturb: (batch) => ({ ...batch, yardstickNs: batch.startMs % 5 === 0 ? 4400 : 6000 }),
    });
    expect(verdicts(seldom)).toEqual(['unknown']);
  });

  it('has the same weight in every fork, and the report gives the effect of each fork on the total', async () => {
    const { ledger } = await report({ forkFactor: (random) => 1 + 0.2 * random() });
    expect(ledger.forks.map(({ weight }) => weight)).toEqual(new Array(8).fill(1 / 8));
    const slowest = [...ledger.forks].sort((a, b) => b.cleanNs - a.cleanNs)[0];
    const others = ledger.forks.filter((fork) => fork !== slowest).map(({ cleanNs }) => cleanNs);
    const without = others.reduce((sum, ns) => sum + ns, 0) / others.length;
    const withIt = ledger.forks.reduce((sum, { cleanNs }) => sum + cleanNs, 0) / 8;
    expect(slowest?.influence).toBeCloseTo(without / withIt - 1, 10);
  });
});

describe('two speeds', () => {
  it('are found, within forks or between them', async () => {
    const within = await report({
      disturb: (batch, random) => noisy(batch, random, random() < 0.4 ? 1.15 : 1),
    });
    expect(within.ledger.modes?.highShare).toBeGreaterThan(0.25);
    expect(within.findings.find(({ id }) => id === 'two-modes')?.message).toContain(
      'the same process changes between them',
    );
    const between = await report({
      forkFactor: (random) => (random() < 0.5 ? 1 : 1.15),
      disturb: (batch, random) => noisy(batch, random, 1),
    });
    expect(between.findings.find(({ id }) => id === 'two-modes')?.message).toContain(
      'a process stays in one of them',
    );
  });
});

describe('the order', () => {
  it('of copies is a finding where the second is slower', async () => {
    const seen = new Map<() => number, string>();
    const report_ = await report({
      disturb(batch, random, { id, kind }) {
        if (kind !== 'base' && kind !== 'twin') return batch;
        if (!seen.has(random)) seen.set(random, id);
        return noisy(batch, random, seen.get(random) === id ? 1 : 1.1);
      },
    });
    expect(report_.ledger.orderEffects.loading.mean).toBeCloseTo(0.095, 2);
    expect(report_.findings.find(({ id }) => id === 'order-effect')?.message).toMatch(
      /^the copy that is loaded second takes 9\.\d % more/,
    );
  });

  it('of forks is a finding where the machine gets slower from fork to fork', async () => {
    let forks = 0;
    const drifting = await report({ forkFactor: () => 1 + 0.02 * forks++ });
    expect(drifting.ledger.orderEffects.drift.mean).toBeCloseTo(0.131, 2);
    expect(ids(drifting)).toContain('order-effect');
  });
});

describe('the environment of a measurement', () => {
  it('is reported where it matters', async () => {
    const around = async (variation: Partial<FakePath>, environment: Partial<Environment>) =>
      (await report(variation, environment)).findings.find(({ id }) => id === 'surroundings');
    expect(await around({ machine: { othersProcessors: 0.1, stolenProcessors: 0 } }, {})).toBeUndefined();
    expect(
      await around({ machine: { othersProcessors: 0.8, stolenProcessors: 0.1 } }, { load: 4.14 }),
    ).toMatchObject({
      severity: 'note',
      message:
        'other processes kept 0.80 of 2 processors busy; the hypervisor gave 0.10 processors to other guests; the load was 4.1 on 2 processors at the start',
    });
    expect(
      await around({}, { inspector: true, nodeOptions: ['--inspect=0'], governor: 'powersave' }),
    ).toMatchObject({
      severity: 'warning',
      message:
        'an inspector is attached, which keeps V8 from its best code; Node runs with --inspect=0; the clock rate follows the load (governor powersave)',
    });
  });
});

describe('compilation', () => {
  it('has its own line below the ledger: batches with an event compared with those without', async () => {
    const strikes = 4;
    const { ledger } = await report({
      compilation: {
        functions: [],
        deoptimisations: [],
        eventsMs: Array.from({ length: strikes }, (_, index) => 10 * index),
        pathEventsMs: [],
      },
      disturb: (batch) => ({
        ...batch,
        wholeNs: batch.wholeNs + (batch.startMs % 10 === 0 ? 50_000 : 0),
      }),
    });
    const compiling = ledger.disturbances.find(({ name }) => name === 'compilation');
    expect(compiling?.mean).toBeCloseTo((strikes * 50_000) / (40 * 256), 3);
    expect(ledger.disturbances.find(({ name }) => name === 'contention')?.mean).toBeCloseTo(0, 3);
  });
});
