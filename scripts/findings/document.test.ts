import type { ReportedRun } from 'hotpath/cli';
import { describe, expect, it } from 'vitest';
import { tablesDocument } from './cost-study-sections.js';
import { findingsDocument } from './document.js';
import type { Evidence } from './evidence.js';
import { markdownTable } from './markdown-table.js';
import { subjectFirst } from './subject-first.js';
import { madeUpEvidence } from './test/made-up-evidence.js';
import { withoutRoot } from './without-root.js';

describe('the findings document', () => {
  it('has every part', () => {
    expect(findingsDocument(madeUpEvidence(590)).match(/^## .*/gm)).toEqual([
      '## In short',
      '## Where it was measured',
      '## Ledgers',
      '## The floor',
      '## Copies',
      '## Errors',
      '## What a change would gain',
      '## Recommendations for lazy envelope building',
      '## Recommendations carried out',
      '## The second run',
      '## What is not known',
    ]);
  });

  it('shows figures, other ledgers, costs, refused rows and warnings', () => {
    const text = findingsDocument(madeUpEvidence(590));
    expect(text).toContain('![Flame graph of log](figures/log.svg)');
    expect(text).toContain('<summary>log and wait: 70.00 ± 0.70 µs');
    expect(text).toContain('| JSON | deep | 1.200 µs |');
    expect(text).toContain('| klona | deep | refused |');
    expect(text).toContain('| first .stack | 6.000 ± 0.100 µs |');
    expect(text).toContain('- queue: it calls push');
    expect(text).toContain('- log: it is noisy. Be quiet.');
  });

  it('says how calm the machine was, and how many of the planned replicates were measured', () => {
    const text = findingsDocument(madeUpEvidence(590));
    expect(text).toContain('| Calm batches | 25.0% to 50.0%, by subject |');
    expect(text).toContain('| Replicates | log 4 of 10, log and wait 10 |');
  });

  it('names gains that exceed the row and its garbage by more than chance', () => {
    expect(findingsDocument(madeUpEvidence(690))).toContain(
      '- log: 1 projected gain exceeds what the row and its garbage take: buildEnvelope (by 90.0 ns).',
    );
    expect(findingsDocument(madeUpEvidence(602))).not.toContain('projected gain exceeds');
  });

  it('says so where there was no time to carry recommendations out', () => {
    const text = findingsDocument({ ...madeUpEvidence(590), scored: null });
    expect(text).toContain('No recommendation was carried out: the measurements used up the time budget.');
    expect(text).not.toContain('within both intervals');
  });

  it('counts right, wrong and undecided projections', () => {
    const evidence = madeUpEvidence(590);
    const withOutcomes = (...outcomes: ('hit' | 'miss' | 'unsure')[]): Evidence => ({
      ...evidence,
      scored: (evidence.scored ?? []).flatMap(({ change, score }) =>
        outcomes.map((outcome) => ({ change, score: { ...score, outcome } })),
      ),
    });
    expect(findingsDocument(withOutcomes('hit'))).toContain(
      'Of 1 projection, 1 is right (within 10% of the measured gain, or within both intervals) and 0 are wrong.\n',
    );
    expect(findingsDocument(withOutcomes('hit', 'hit', 'miss', 'unsure'))).toContain(
      'Of 4 projections, 2 are right (within 10% of the measured gain, or within both intervals) and 1 is wrong. 1 projection is undecided: the interval of the measured gain is too wide.',
    );
  });

  it('puts rows that were not reproduced in small print', () => {
    const evidence = madeUpEvidence(590);
    const text = findingsDocument(evidence);
    expect(text).toContain('<sub>stamp</sub>');
    expect(text).toContain(
      'Of 2 rows that take 5% or more of their path, 1 is within ±10% of the first run. The others are in small print.',
    );
    const held = findingsDocument({ ...evidence, reproduction: evidence.reproduction.slice(0, 1) });
    expect(held).toContain(
      'Of 1 row that takes 5% or more of its path, 1 is within ±10% of the first run.\n',
    );
  });
});

describe('the tables of the cost studies', () => {
  it('are what the studies printed, each with its command; the findings link to them', () => {
    const text = tablesDocument(madeUpEvidence(590));
    expect(text).toContain('## Copies\n\n`npx hotpath copies`\n\n```\ncopy table\n```');
    expect(text).toContain('## Errors\n\n`npx hotpath errors`\n\n```\nerror table\n```');
    for (const part of ['copies', 'errors'])
      expect(findingsDocument(madeUpEvidence(590))).toContain(`(hot-path-profile-tables.md#${part})`);
  });
});

describe('what is published', () => {
  it('has tables that pipes and line breaks do not break', () => {
    expect(markdownTable(['a'], [['x|y\nz']])).toBe('| a |\n| --- |\n| x\\|y z |');
  });

  it('has no folder of the machine', () => {
    expect(withoutRoot({ list: ['/repository/a.ts:3', 4, null] }, '/repository/')).toEqual({
      list: ['a.ts:3', 4, null],
    });
  });

  it('is a page that opens with the main subject, followed by the others in their order', () => {
    const named = (name: string): unknown => ({ path: { name } });
    const result = { reports: ['a', 'main', 'z'].map(named), measurements: [1, 2, 3], code: 0 };
    const { reports, measurements } = subjectFirst(result as unknown as ReportedRun, 'main');
    expect(reports.map(({ path }) => path.name)).toEqual(['main', 'a', 'z']);
    expect(measurements).toEqual([2, 1, 3]);
  });
});
