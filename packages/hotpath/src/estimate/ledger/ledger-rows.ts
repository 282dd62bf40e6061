import type { Measurement } from '../../model/measurement/measurement.js';
import type { Row } from '../../model/path/row.js';
import type { Estimate, LedgerRow, MarginalRoute, SpanRoute } from '../../model/report/ledger.js';
import { meanInterval } from '../../stats/student-t.js';
import { mean } from '../../stats/summary.js';
import type { MarginalEstimate } from '../forks/marginal-estimate.js';
import type { Replicate } from '../forks/replicates.js';
import type { SampledRows } from '../samples/sampled-estimate.js';
import { codeReceipt } from './code-receipt.js';
import { judgeRow } from './confidence.js';
import type { FloorOf } from './floors.js';
import type { Reconciliation } from './reconcile.js';

/** What rows are made from. */
export interface Evidence {
  readonly measurement: Measurement;
  readonly replicates: readonly Replicate[];
  /** With those that were set aside. */
  readonly complete: readonly Replicate[];
  readonly reconciliation: Reconciliation;
  readonly sampled: SampledRows;
  readonly floorOf: FloorOf;
}

/** A row of the path: its own time is its inclusive time without that of its child rows. */
export function pathRow(
  row: Row,
  { measurement, replicates, complete, reconciliation, sampled, floorOf }: Evidence,
  total: Estimate,
): LedgerRow {
  const over = (number: (replicate: Replicate) => number): Estimate => meanInterval(replicates.map(number));
  const whole = reconciliation.of(row);
  const children = measurement.plan.rows
    .filter((other) => other.parent === row.id)
    .map((child) => reconciliation.of(child));
  const own = meanInterval(
    replicates.map((replicate) =>
      children.reduce((rest, child) => rest - child.inclusive(replicate), whole.inclusive(replicate)),
    ),
    Math.hypot(whole.systematic, ...children.map((child) => child.systematic)),
  );
  const inclusive = meanInterval(replicates.map(whole.inclusive), whole.systematic);
  const spans: SpanRoute = {
    raw: over((replicate) => replicate.span(row.node).raw),
    overhead: mean(
      replicates.map(
        (replicate) =>
          (replicate.interval - reconciliation.hidden.mean) * replicate.span(row.node).timedCalls,
      ),
    ),
    corrected: over(whole.spans),
  };
  const place = measurement.plan.places[row.place];
  const clean = mean(replicates.map((replicate) => replicate.clean));
  return {
    id: row.id,
    name: row.name,
    kind: 'path',
    parent: row.parent,
    place: place ? (place.original ?? { file: place.file, line: place.line }) : null,
    ...own,
    inclusive,
    share: own.mean / total.mean,
    calls: mean(replicates.map((replicate) => replicate.span(row.node).calls)),
    routes: {
      spans,
      marginal: marginalRoute(row, replicates, whole.marginalWeight),
      sampled: sampled.route(row),
      discord: whole.discord,
      refused: { marginal: row.unrepeatable, sampled: sampled.refused },
    },
    floor: floorOf(row.name, inclusive),
    waiting: waitingOf(row, replicates, clean) ?? waitingOf(row, complete, clean),
    allocatedBytes: known(replicates.map((replicate) => replicate.marginal(row.node)?.bytes ?? null)),
    code: place ? codeReceipt(measurement, place) : null,
    dilation: mean(replicates.map((replicate) => replicate.span(row.node).dilation)),
    ...judgeRow(inclusive, whole, row, total),
  };
}

/**
 * Only some replicates are asked, and all of those may have been set aside: a wait knows little of how calm they were. They
 * have more variants than others, and so more threads, and are slower: their share counts, of the `clean` time of all.
 */
function waitingOf({ node }: Row, replicates: readonly Replicate[], clean: number): Estimate | null {
  const shares = replicates.map((replicate) => {
    const waited = replicate.waiting(node);
    return waited === null ? null : waited / replicate.clean;
  });
  const share = known(shares);
  return share && { mean: share.mean * clean, low: share.low * clean, high: share.high * clean };
}

/** The mean of what is known of all replicates; null where nothing is. */
function known(values: readonly (number | null)[]): Estimate | null {
  const found = values.filter((value): value is number => value !== null && Number.isFinite(value));
  return found.length === 0 ? null : meanInterval(found);
}

const notThePath = 'it is no part of the path';

/** The row of garbage collection. */
export function collectionRow(estimate: Estimate, total: Estimate): LedgerRow {
  return {
    id: 'garbage collection',
    name: 'garbage collection',
    kind: 'system',
    parent: null,
    place: null,
    ...estimate,
    inclusive: estimate,
    share: estimate.mean / total.mean,
    calls: 1,
    routes: {
      spans: null,
      marginal: null,
      sampled: null,
      discord: null,
      refused: { marginal: notThePath, sampled: notThePath },
    },
    floor: null,
    waiting: null,
    allocatedBytes: null,
    code: null,
    dilation: null,
    confidence: 'medium',
    reason: 'bytes allocated, times what pauses cost for a byte in the same process',
  };
}

function marginalRoute(
  { node }: Row,
  replicates: readonly Replicate[],
  weight: number,
): MarginalRoute | null {
  const found = replicates.map((replicate) => replicate.marginal(node)).filter((each) => each !== null);
  if (found.length === 0) return null;
  const over = (number: (each: MarginalEstimate) => number): Estimate => meanInterval(found.map(number));
  const slope = over((each) => each.perRun);
  return {
    raw: slope,
    overhead: 0,
    corrected: slope,
    repeats: mean(found.map((each) => each.repeats)),
    shell: over((each) => each.shell),
    weight,
  };
}
