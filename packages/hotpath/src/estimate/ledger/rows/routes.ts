import type { MarginalRoute, SpanRoute } from '../../../model/report/ledger.js';
import { type Column, times } from '../../../stats/columns.js';
import { meanInterval } from '../../../stats/student-t.js';
import { mean } from '../../../stats/summary.js';
import type { HiddenTimer } from './hidden-timer.js';
import type { ReconciledRow } from './reconcile.js';

/** The route by spans. `interval` is that of an empty pair in each replicate, ns. */
export function spanRoute({ span, spans }: ReconciledRow, interval: Column, hidden: HiddenTimer): SpanRoute {
  const visible = interval.map((ns) => ns - hidden.mean);
  return {
    raw: meanInterval(span.raw),
    overhead: mean(times(visible, span.timedCalls)),
    corrected: meanInterval(spans),
  };
}

/** The route by marginal cost; null where the row is not repeated. */
export function marginalRoute({ marginal, marginalWeight }: ReconciledRow): MarginalRoute | null {
  if (!marginal) return null;
  const slope = meanInterval(marginal.perRun);
  return {
    raw: slope,
    overhead: 0,
    corrected: slope,
    repeats: mean(marginal.repeats),
    shell: meanInterval(marginal.shell),
    weight: marginalWeight,
  };
}
