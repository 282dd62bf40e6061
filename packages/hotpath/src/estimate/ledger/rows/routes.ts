import type { MarginalRoute, OutsideRoute, Routes, SpanRoute } from '../../../model/report/ledger.js';
import { meanInterval } from '../../../stats/student-t.js';
import { mean } from '../../../stats/summary.js';
import type { SampledRows } from '../../samples/sampled-estimate.js';
import type { ReconciledRow } from './reconcile.js';
import { isLeftOut } from './row-readings.js';

/** What each route says of a row, with its weight in the row's value. */
export function routesOf(reconciled: ReconciledRow, sampled: SampledRows): Routes {
  const { row, weights, discord, atOdds } = reconciled;
  const bySamples = sampled.route(row);
  return {
    spans: spanRoute(reconciled),
    outside: outsideRoute(reconciled),
    marginal: marginalRoute(reconciled),
    sampled: bySamples && { ...bySamples, weight: weights.sampled ?? 0 },
    discord,
    atOdds,
    refused: { marginal: reconciled.marginal ? null : row.unrepeatable, sampled: sampled.refused },
  };
}

function spanRoute({ span, evidences, weights }: ReconciledRow): SpanRoute {
  const raw = meanInterval(span.raw);
  const corrected = meanInterval(evidences.spans.values);
  return { raw, overhead: raw.mean - corrected.mean, corrected, weight: weights.spans ?? 1 };
}

function outsideRoute({ span, evidences: { outside }, weights }: ReconciledRow): OutsideRoute | null {
  if (!outside) return null;
  return {
    raw: meanInterval(span.added),
    corrected: meanInterval(outside.values, outside.systematic),
    weight: weights.outside ?? 0,
  };
}

function marginalRoute({ marginal, weights }: ReconciledRow): MarginalRoute | null {
  if (!marginal) return null;
  const slope = meanInterval(marginal.perRun);
  return {
    raw: slope,
    overhead: 0,
    corrected: slope,
    by: isLeftOut(marginal) ? 'leaving out' : 'repeating',
    repeats: Math.max(0, mean(marginal.repeats)),
    shell: meanInterval(marginal.shell),
    weight: weights.marginal ?? 0,
  };
}
