import { describe, expect, it } from 'vitest';
import { exampleReport, findingOf } from '../../../test/support/example-ledger.js';
import type { FakePath } from '../../../test/support/fake-measurer.js';
import type { Report } from '../../model/report/report.js';

const report = (variation: Partial<FakePath>): Promise<Report> =>
  exampleReport(variation, { replicates: 8 }, 3);

/** A path with 1 % of noise, times a factor by the batch's place in the course. */
const course = (factor: (index: number) => number): Promise<Report> =>
  report({
    disturb: (batch, random) => ({
      ...batch,
      wholeNs: batch.wholeNs * factor(batch.startMs) * (1 + 0.01 * random()),
    }),
  });

const verdicts = ({ ledger }: Report): string[] => [
  ...new Set(ledger.forks.map(({ steadyState }) => steadyState.verdict)),
];

describe("a fork's course", () => {
  it('is flat where nothing changes, which is no finding', async () => {
    const flat = await course(() => 1);
    expect(verdicts(flat)).toEqual(['flat']);
    const ids = flat.findings.map(({ id }) => id);
    expect(ids.filter((id) => /unsteady|two-modes|order-effect|surroundings/.test(id))).toEqual([]);
  });

  it('is warm where a slower level comes first, which is a note', async () => {
    const warm = await course((index) => (index < 15 ? 1.2 : 1));
    expect(verdicts(warm)).toEqual(['warm']);
    expect(findingOf(warm, 'unsteady')?.severity).toBe('note');
  });

  it('is slowing where a faster level comes first, which is a warning', async () => {
    const slowing = await course((index) => (index < 15 ? 1 : 1.2));
    expect(verdicts(slowing)).toEqual(['slowing']);
    expect(findingOf(slowing, 'unsteady')).toMatchObject({
      severity: 'warning',
      message:
        'the path changed its speed during the measurement: of 8 forks, 8 became slower and then came to rest',
    });
  });

  it('is none where the level changes near the end', async () => {
    expect(verdicts(await course((index) => (index < 33 ? 1 : 1.2)))).toEqual(['none']);
  });

  it('is unknown where the processor was rarely calm', async () => {
    const rarelyCalm = await report({
      disturb: (batch) => ({ ...batch, yardstickNs: batch.startMs % 5 === 0 ? 4400 : 6000 }),
    });
    expect(verdicts(rarelyCalm)).toEqual(['unknown']);
  });
});
