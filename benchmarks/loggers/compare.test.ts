import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { latencyOf } from './child/calls.js';
import type { OutcomeOf } from './child/job.js';
import { type Comparison, type ComparisonSettings, compareLoggers } from './compare.js';
import type { Participant } from './participant.js';
import { notesOn } from './tables/notes.js';
import { ratioTo } from './tables/ratio.js';
import { comparisonTables } from './tables/tables.js';
import { intervalCell, threeDigits } from './tables/words.js';

describe('a ratio', () => {
  it('is the geometric mean over rounds', () => {
    expect(ratioTo([1, 1], [2, 8]).ratio).toBeCloseTo(4, 12);
  });

  it("has Student's interval of its logarithms", () => {
    // Logarithms 0, ln 2 and 2 ln 2: mean ln 2, standard error ln 2 / sqrt(3), t of two degrees 4.303.
    const half = (4.303 * Math.LN2) / Math.sqrt(3);
    const { ratio, low, high } = ratioTo([10, 10, 10], [10, 20, 40]);
    expect(ratio).toBeCloseTo(2, 12);
    expect(low).toBeCloseTo(2 / Math.exp(half), 12);
    expect(high).toBeCloseTo(2 * Math.exp(half), 12);
  });

  it('is not affected by what a round does to both loggers', () => {
    const { low, high } = ratioTo([1, 100, 7], [3, 300, 21]);
    expect(low).toBeCloseTo(3, 9);
    expect(high).toBeCloseTo(3, 9);
  });

  it('of one round has no interval', () => {
    expect(ratioTo([1], [2])).toMatchObject({ low: 0, high: Number.POSITIVE_INFINITY });
    expect(intervalCell(ratioTo([1], [2]))).toBe('?');
  });
});

describe('the times of calls', () => {
  it('are summarised by mean and percentiles', () => {
    const times = Array.from({ length: 101 }, (_, index) => 100 - index);
    expect(latencyOf(times)).toEqual({ mean: 50, median: 50, p95: 95, p99: 99, max: 100 });
  });
});

describe('numbers', () => {
  it.each([
    [0, '0'],
    [0.0123, '0.012'],
    [1.234, '1.23'],
    [12.34, '12.3'],
    [999.4, '999'],
    [12_345.6, '12,346'],
    [Number.NaN, '?'],
  ])('%d reads %s', (value, text) => expect(threeDigits(value)).toBe(text));
});

/** A logger whose process prints a given text. */
function speaking(name: string, text: string): Participant {
  const program = `process.stdout.write(${JSON.stringify(text)})`;
  return { name, about: '', slow: true, command: process.execPath, words: ['-e', program] };
}

const settings: ComparisonSettings = {
  parts: ['throughput'],
  rounds: 2,
  effort: 'quick',
  seed: 1,
  folder: tmpdir(),
  signal: new AbortController().signal,
  onProgress: () => {},
};

describe('a comparison', () => {
  it('leaves out loggers that lose lines or fail, with the reason', async () => {
    const { throughput, leftOut } = await compareLoggers(
      [speaking('leaky', '{"part":"check","lines":199}'), speaking('mute', '')],
      settings,
    );
    expect(throughput).toEqual([new Map(), new Map()]);
    expect(leftOut).toEqual([
      { name: 'leaky', reason: '199 of 200 lines arrived' },
      { name: 'mute', reason: 'its process ended without an outcome' },
    ]);
  });

  it('measures every other logger in every round', async () => {
    const outcome = { part: 'check', lines: 200 };
    const { throughput } = await compareLoggers([speaking('steady', JSON.stringify(outcome))], settings);
    expect(throughput).toEqual([new Map([['steady', outcome]]), new Map([['steady', outcome]])]);
  });
});

const latency = { mean: 2000, median: 1500, p95: 3000, p99: 4000, max: 90_000 };
const outcome = { part: 'throughput', clock: 40, peakBytes: 2 ** 26, dropped: 0, latency } as const;
const reported: OutcomeOf<'burst'> = {
  part: 'burst',
  calls: 20_000,
  account: { submitted: 20_000, processed: 10_000, dropped: 10_000, highWaterMark: 10_000 },
  arrived: 10_000,
  burstMs: 20,
  flushMs: 10,
};
const unreported = { submitted: null, processed: null, dropped: null, highWaterMark: null };
const burst = new Map([
  ['fapilog-acknowledged', reported],
  ['other', { ...reported, account: unreported, arrived: 19_999 }],
]);
const comparison: Comparison = {
  throughput: [1, 2].map(
    (round) =>
      new Map([
        ['fapilog-acknowledged', { ...outcome, linesPerSecond: 100_000 * round }],
        ['other', { ...outcome, linesPerSecond: 200_000 * round, dropped: 5 }],
      ]),
  ),
  slowSink: [],
  withoutSink: ['other'],
  burst: [burst, burst],
  leftOut: [{ name: 'leaky', reason: '199 of 200 lines arrived' }],
};

describe('the tables', () => {
  it.each([80, 140])('take at most %d cells', (width) => {
    const lines = comparisonTables(comparison, 'fapilog-acknowledged', width).split('\n');
    expect(lines.filter((line) => line.length > width)).toEqual([]);
    expect(lines.filter((line) => line.includes('…'))).toEqual([]);
  });

  it('put the best first, with its ratio to the base', () => {
    const cells = comparisonTables(comparison, 'fapilog-acknowledged', 140)
      .split('\n')
      .filter((line) => line.startsWith('│'))
      .map((line) => line.split('│').map((cell) => cell.trim()));
    expect(cells[1]?.slice(1, 4)).toEqual(['other', '300,000', '2.00']);
    expect(cells[4]?.slice(1, 4)).toEqual(['other', '2.00', '2.00–2.00']);
    expect(cells[5]?.slice(1, 4)).toEqual(['fapilog-acknowledged', '1.00', '']);
    expect(cells.at(-1)?.slice(1, 4)).toEqual(['other', '·', '·']);
  });

  it('are followed by notes on lost lines', () => {
    const environment = { node: 'v20', processor: 'a processor', cores: 2 };
    const notes = notesOn(comparison, 'fapilog-acknowledged', { seed: 7, width: 1000 }, environment);
    expect(notes).toContain('includes an empty interval of the clock, 40.0 ns.');
    expect(notes).toContain('other dropped 5 lines, which its throughput does not count.');
    expect(notes).toContain('other: 19,999 of 20,000 lines of a burst arrived.');
    expect(notes).toContain('Left out: leaky (199 of 200 lines arrived).');
    expect(notes).toContain('seed 7');
  });
});
