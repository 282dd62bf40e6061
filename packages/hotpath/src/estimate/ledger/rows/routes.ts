import type { MarginalRoute, SpanRoute } from '../../../model/report/ledger.js';
import { meanInterval } from '../../../stats/student-t.js';
import { mean } from '../../../stats/summary.js';
import type { ReconciledRow } from './reconcile.js';

/** The route by spans. */
export function spanRoute({ span, spans }: ReconciledRow): SpanRoute {
  const [raw, corrected] = [meanInterval(span.raw), meanInterval(spans)];
  return { raw, overhead: raw.mean - corrected.mean, corrected };
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
