import type { Report } from 'hotpath/cli';
import { describe, expect, it } from 'vitest';
import type { Evidence } from './evidence.js';
import { summarySentences } from './summary.js';
import { about, madeUpEvidence } from './test/made-up-evidence.js';

/** The evidence with changes to the ledger of the path that waits. */
function waitingWith(changes: Partial<Report['ledger']>): Evidence {
  const evidence = madeUpEvidence(590);
  const reports = evidence.reports.map((report) =>
    report.path.name === evidence.waitingSubject
      ? { ...report, ledger: { ...report.ledger, ...changes } }
      : report,
  );
  return { ...evidence, reports };
}

describe('the summary', () => {
  it('has a paragraph each for the call, the call that waits, the floor and the decision', () => {
    expect(summarySentences(madeUpEvidence(590))).toEqual([
      'A call of `log` takes 1.000 ± 0.010 µs. Its rows explain 98.0% of that time. The largest rows are buildEnvelope (60.0%) and stamp | clock (38.0%): together 98.0% of the call.',
      [
        'A call of `log and wait` takes 70.00 µs. It waits for the answer of the worker thread, as the reference implementation does.',
        'Its largest row is coordination, with 92.9% of the call.',
        'Building the envelope takes 1.0%.',
        'The thread is off-CPU for 0.0% of the call.',
      ].join('\n  - '),
      'The cheapest capture of level, message, metadata, time and bound context takes 50.0 ± 5.0 ns (slot). The call takes 20.0 times as long.',
      'Lazy envelope building (Story 1.31): **go**. Without the envelope, the call saves 590.0 ± 5.0 ns, which is 59.0% of its time. Confidence: high (because).',
    ]);
  });

  it('says what a shared core changes for the call that waits', () => {
    const sharing = { own: 72_000, shared: 25_000, sharedShare: 0.4 };
    expect(summarySentences(waitingWith({ sharing }))[1]).toContain(
      "In 40.0% of the batches, the call's thread shared a core with the thread that it waits for: there a call took 25.00 µs instead of 72.00 µs (medians).",
    );
  });

  it('compares the call that waits with a wake-up round trip', () => {
    const waking = { quickest: 40_000, typical: 50_000, elasticity: 1.25, asleep: null };
    const text = summarySentences(waitingWith({ waking }))[1];
    expect(text).toContain('takes 50.00 µs on this machine, the median over forks.');
    expect(text).toContain('The call takes 1.40 times as long as that round trip.');
    expect(text).toContain('the call takes 1.25% longer.');
    expect(text).not.toContain('kept awake');
    const asleep = summarySentences(waitingWith({ waking: { ...waking, asleep: 90_000 } }))[1];
    expect(asleep).toContain(
      'Processors were kept awake for these figures; where they may sleep, it takes 90.00 µs.',
    );
  });

  it('says nothing of off-CPU time that was not measured', () => {
    expect(summarySentences(waitingWith({ waiting: about(Number.NaN) }))[1]).not.toContain('off-CPU');
  });

  it('decides by the size of the gain and by its confidence', () => {
    const verdict = (of: Evidence): string => /\*\*(.*)\*\*/.exec(summarySentences(of).join())?.[1] ?? '';
    expect(verdict(madeUpEvidence(590))).toBe('go');
    expect(verdict(madeUpEvidence(100))).toBe('no-go');
    expect(verdict(madeUpEvidence(590, 'low'))).toBe('undecided');
    const evidence = madeUpEvidence(1);
    const none = { ...evidence, projections: { ...evidence.projections, projections: [] } };
    expect(summarySentences(none).at(-1)).toBe(
      'Lazy envelope building (Story 1.31): **undecided**. There is no projection of the call without the envelope.',
    );
  });
});
