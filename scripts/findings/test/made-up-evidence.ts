import type { Estimate, LedgerRow, Report, Score } from 'hotpath/cli';
import type { Evidence } from '../evidence.js';

/* Made-up evidence of two paths, `log` and `log and wait`, for tests. */

export const about = (mean: number, half = 0): Estimate => ({ mean, low: mean - half, high: mean + half });

export function row(name: string, mean: number, total: number, parent: string | null = null): LedgerRow {
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

export function madeUpEvidence(gain: number, confidence: 'high' | 'low' = 'high'): Evidence {
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
    doctor: null,
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
