import { describe, expect, it } from 'vitest';
import { exampleReport, findingOf } from '../../../test/support/example-ledger.js';
import type { Compilation } from '../../model/measurement/compilation.js';

const quiet: Compilation = { functions: [], deoptimisations: [], eventsMs: [], pathEventsMs: [] };

describe("V8's log", () => {
  it('gives a finding on functions that were still compiled during the measurement', async () => {
    const compiled = {
      name: 'build',
      file: '/project/logger.ts',
      line: 10,
      before: { baseline: 3 },
      after: { baseline: 1, turbofan: 2 },
      changed: 2,
      inlinedInto: [],
    };
    const report = await exampleReport({ compilation: { ...quiet, functions: [compiled] } });
    expect(findingOf(report, 'compiled-while-measured')?.message).toBe(
      'V8 was still compiling build (66.7% of its copies) during the measurement',
    );
  });

  it('gives a finding on optimised code that was discarded during the measurement, not before', async () => {
    const deoptimisations = [
      {
        at: '/project/logger.ts:14',
        inlinedAt: '/project/logger.ts:11',
        reason: 'wrong map',
        whileMeasured: true,
      },
      { at: '/project/logger.ts:15', inlinedAt: null, reason: 'not a number', whileMeasured: false },
    ];
    const report = await exampleReport({ compilation: { ...quiet, deoptimisations } });
    expect(findingOf(report, 'deoptimised-while-measured')?.message).toBe(
      'V8 discarded optimised code during the measurement: wrong map at /project/logger.ts:14, inlined at /project/logger.ts:11 (5 of 5 forks)',
    );
  });
});
