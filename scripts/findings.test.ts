import type { Estimate, LedgerRow, Report, ReportedRun, Score } from 'hotpath/cli';
import { describe, expect, it } from 'vitest';
import { findingsDocument } from './findings/document.js';
import type { Evidence } from './findings/evidence.js';
import { tablesDocument } from './findings/experiment-sections.js';
import { markdownTable } from './findings/markdown-table.js';
import { subjectFirst } from './findings/subject-first.js';
import { summarySentences } from './findings/summary.js';
import { withoutRoot } from './findings/without-root.js';

const about = (mean: number, half = 0): Estimate => ({ mean, low: mean - half, high: mean + half });

function row(name: string, mean: number, total: number, parent: string | null = null): LedgerRow {
  return {
    ...({} as LedgerRow),
    id: name,
    name,
    kind: 'path',
    parent,
    ...about(mean),
    inclusive: about(mean),
    share: mean / total,
    calls: 1,
    floor: null,
    waiting: null,
    allocatedBytes: null,
    dilation: null,
    confidence: 'high',
  };
}

function report(name: string, rows: readonly LedgerRow[], total: number): Report {
  const ledger = {
    unit: 'ns',
    total: about(total, total / 100),
    rows,
    floor: { name: 'slot', time: about(50, 5), ratio: about(total / 50) },
    unexplained: { ...about(20, 10), share: 20 / total, parts: [] },
    explained: 0.98,
    collections: [],
    waiting: about(0),
    concurrent: false,
    disturbances: [],
    twinGap: about(0.01),
    processor: { calmShare: name === 'log' ? 0.25 : 0.5 },
  };
  const environment = {
    node: 'v20',
    v8: '11',
    cpu: 'cpu',
    cores: 2,
    platform: 'linux',
    memoryGiB: 24,
    load: 0,
  };
  return {
    path: { name, file: '/repository/a.hot.ts' },
    environment: { ...environment, governor: 'unknown', startedAt: '2026-01-01T00:00:00.000Z' },
    policy: { effort: 'default', version: 9, replicates: 10, replicatesMeasured: name === 'log' ? 4 : 10 },
    ledger,
    floors: [{ row: null, name: 'slot', time: about(50), ratio: about(total / 50), bytes: about(0) }],
    findings: [{ id: 'x', severity: 'warning', message: 'it is noisy', evidence: {}, advice: 'Be quiet.' }],
  } as unknown as Report;
}

function evidence(gain: number, confidence: 'high' | 'low' = 'high'): Evidence {
  const projection = {
    row: 'buildEnvelope',
    name: 'buildEnvelope',
    scenario: 'removed',
    slope: about(1),
    confidence,
  } as const;
  return {
    reports: [
      report('log', [row('buildEnvelope', 600, 1000), row('stamp | clock', 380, 1000)], 1000),
      report(
        'log and wait',
        [row('buildEnvelope', 700, 70_000), row('coordination', 65_000, 70_000)],
        70_000,
      ),
    ],
    subject: 'log',
    projections: {
      total: about(1000, 10),
      projections: [
        {
          ...projection,
          gain: about(gain, 5),
          collection: about(0),
          taken: about(600),
          projected: about(1000 - gain, 11),
          reason: 'because',
        },
      ],
      refused: [{ row: 'queue', why: 'it calls push' }],
    },
    waitingSubject: 'log and wait',
    reproduction: [
      {
        path: 'log',
        row: 'TOTAL',
        first: 1000,
        second: 1020,
        change: 0.0198,
        halfWidth: 0.03,
        waking: null,
        reproduced: true,
      },
      {
        path: 'log',
        row: 'stamp',
        first: 100,
        second: 150,
        change: 0.4,
        halfWidth: Number.POSITIVE_INFINITY,
        waking: null,
        reproduced: false,
      },
    ],
    copies: {
      command: 'npx hotpath copies',
      text: 'copy table',
      data: {
        payloads: [
          {
            title: 'five keys',
            methods: [
              { method: 'none', kind: 'reference', cost: { time: about(1) } },
              { method: 'JSON', kind: 'deep', cost: { time: about(1200, 5) } },
              { method: 'klona', kind: 'deep', cost: null },
            ],
          },
        ],
      },
    },
    errors: {
      command: 'npx hotpath errors',
      text: 'error table',
      data: {
        costs: [
          {
            depth: 25,
            limit: 25,
            async: false,
            sourceMaps: false,
            phases: [{ name: 'first .stack', time: about(6000, 100) }],
          },
          { depth: 50, limit: 10, async: false, sourceMaps: false, phases: [] },
        ],
      },
    },
    scored: [
      {
        change: 'a change',
        score: {
          ...({} as Score),
          row: 'buildEnvelope',
          scenario: 'removed',
          projected: about(600, 20),
          measured: about(580, 10),
          confidence,
          outcome: 'hit',
        },
      },
    ],
    figures: new Map([['log', 'figures/log.svg']]),
    command: 'npm run profile',
  };
}

describe('the findings', () => {
  it('say how calm the machine was, and what a limit of time has left of the replicates', () => {
    const document = findingsDocument(evidence(590));
    expect(document).toContain('| Calm | in 25.0% to 50.0% of the batches, subject by subject |');
    expect(document).toContain('| Replicates | log 4 of 10, log and wait 10 |');
  });
});

describe('the sentences of the findings', () => {
  it('tell a wait with a processor for each thread from one without', () => {
    const given = evidence(590);
    const [log, wait] = given.reports as [Report, Report];
    const sharing = { own: 72_000, shared: 25_000, sharedShare: 0.4 };
    const reports = [log, { ...wait, ledger: { ...wait.ledger, sharing } }];
    expect(summarySentences({ ...given, reports })[1]).toContain(
      "in the 40.0% of the batches in which the call's thread had to wait for its own, it took 25.00 µs (median) instead of 72.00 µs.",
    );
  });

  it('admit what rows save beyond themselves, where it is more than chance', () => {
    expect(findingsDocument(evidence(690))).toContain(
      'take: buildEnvelope (90.0 ns). The experiment says so:',
    );
    expect(findingsDocument(evidence(602))).not.toContain('The experiment says so:');
  });

  it('are made by the figures', () => {
    expect(summarySentences(evidence(590))).toEqual([
      'A call of `log` takes 1.000 ± 0.010 µs; its rows explain 98.0% of that. 98.0% of it are buildEnvelope (60.0%) and stamp | clock (38.0%).',
      "Where the call waits for the worker thread's answer, as the reference implementation does, it takes 70.00 µs, and 92.9% of that is coordination; building the envelope, which the story blames, is 1.0%. For 0.0% of the call the thread is off the processor.",
      'The least that captures level, message, metadata, time and bound context takes 50.0 ± 5.0 ns (slot): the call is 20.0 times its floor.',
      'Lazy envelope building (Story 1.31): **go**. Left out of the call, the envelope saves 590.0 ± 5.0 ns, 59.0% of the call, with high confidence: because.',
    ]);
  });

  it('decide by the size of the gain and how sure it is', () => {
    const verdict = (of: Evidence): string => /\*\*(.*)\*\*/.exec(summarySentences(of).join())?.[1] ?? '';
    expect(verdict(evidence(590))).toBe('go');
    expect(verdict(evidence(100))).toBe('no-go');
    expect(verdict(evidence(590, 'low'))).toBe('undecided');
    const none = { ...evidence(1), projections: { ...evidence(1).projections, projections: [] } };
    expect(summarySentences(none).at(-1)).toContain('no experiment left the envelope out');
  });
});

describe('the findings document', () => {
  it('says that no recommendation was carried out where there was no time', () => {
    const text = findingsDocument({ ...evidence(590), scored: null });
    expect(text).toContain('None: measuring took all the time that there was.');
    expect(text).not.toContain('projections were right');
  });

  it('has every part, figures, refusals, doubts, and in small print what did not repeat', () => {
    const text = findingsDocument(evidence(590));
    expect(text.match(/^## .*/gm)).toEqual([
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
    expect(text).toContain('![Flame graph of log](figures/log.svg)');
    expect(text).toContain('- queue: it calls push');
    expect(text).toContain('| JSON | deep | 1.200 µs |');
    expect(text).toContain('| klona | deep | refused |');
    expect(text).toContain('| first .stack | 6.000 ± 0.100 µs |');
    expect(text).toContain('1 of 1 projections were right');
    expect(text).toContain('<summary>log and wait: 70.00 ± 0.70 µs');
    expect(text).toContain('- log: it is noisy. Be quiet.');
    expect(text).toContain('<sub>stamp</sub>');
    expect(text).toContain('1 of 2 rows of 5 % or more');
  });

  it('has tables that odd texts do not break, and no folder of this machine', () => {
    expect(markdownTable(['a'], [['x|y\nz']])).toBe('| a |\n| --- |\n| x\\|y z |');
    expect(withoutRoot({ list: ['/repository/a.ts:3', 4, null] }, '/repository/')).toEqual({
      list: ['a.ts:3', 4, null],
    });
  });
});

describe('the tables behind the findings', () => {
  it('are all that the experiments printed, each with its command, and the findings link to them', () => {
    const text = tablesDocument(evidence(590));
    expect(text).toContain('## Copies\n\n`npx hotpath copies`\n\n```\ncopy table\n```');
    expect(text).toContain('## Errors\n\n`npx hotpath errors`\n\n```\nerror table\n```');
    for (const part of ['copies', 'errors'])
      expect(findingsDocument(evidence(590))).toContain(`(hot-path-profile-tables.md#${part})`);
  });
});

describe('the page of the findings', () => {
  it('opens with the story’s subject, the others in their order behind it', () => {
    const named = (name: string): unknown => ({ path: { name } });
    const result = { reports: ['a', 'story', 'z'].map(named), measurements: [1, 2, 3], code: 0 };
    const { reports, measurements } = subjectFirst(result as unknown as ReportedRun, 'story');
    expect(reports.map(({ path }) => path.name)).toEqual(['story', 'a', 'z']);
    expect(measurements).toEqual([2, 1, 3]);
  });
});
