import { exitCode, UserError } from '../errors.js';
import type { Estimate, Ledger, LedgerRow, SpanRoute } from '../model/ledger.js';
import type { Measurement } from '../model/measurement.js';
import type { Row } from '../model/row.js';
import { meanInterval } from '../stats/student-t.js';
import { mean, quantile } from '../stats/summary.js';
import { judgeRow } from './confidence.js';
import { estimateFork, type ForkEstimate, type SpanEstimate } from './fork-estimate.js';

/**
 * Turns raw forks into the ledger. Replicates are the unit: every number is made within each replicate and then
 * averaged, so that rows and remainder add up in each of them and in the mean.
 */
export function estimateLedger(measurement: Measurement): Ledger {
  const complete = byReplicate(measurement);
  const replicates = calmReplicates(complete);
  if (replicates.length === 0) {
    throw new UserError(
      `${measurement.plan.path.name}: no replicate is complete, so there is nothing to estimate from`,
      'Let the session run longer.',
      exitCode.noMeasurement,
    );
  }
  const over = (number: (replicate: Replicate) => number): Estimate => meanInterval(replicates.map(number));
  const { rows: planned } = measurement.plan;
  const total = over((replicate) => replicate.clean + replicate.collection);
  const rows = [
    ...planned.map((row) => pathRow(row, planned, measurement, replicates, total)),
    collectionRow(
      over((replicate) => replicate.collection),
      total,
    ),
  ];
  const remainder = over((replicate) => {
    const top = planned.filter((row) => row.parent === null);
    return replicate.clean - top.reduce((sum, row) => sum + replicate.inclusive(row.node), 0);
  });
  const unexplained = total.mean - rows.reduce((sum, row) => sum + row.mean, 0);
  return {
    unit: 'ns',
    total,
    rows,
    unexplained: { ...remainder, mean: unexplained, share: unexplained / total.mean, parts: [] },
    explained: 1 - unexplained / total.mean,
    allocatedBytes: over((replicate) => replicate.allocated),
    interference: over((replicate) => replicate.interference),
    timer: {
      interval: over((replicate) => replicate.interval),
      perturbation: over((replicate) => replicate.perturbation),
    },
    twinGap: over((replicate) => replicate.twinGap),
    processor: {
      calmShare: mean(complete.map((replicate) => replicate.calmShare)),
      replicatesUsed: replicates.length,
      replicatesSetAside: complete.length - replicates.length,
    },
  };
}

/** The forks of one replicate together; ns an operation. */
interface Replicate {
  readonly calmShare: number;
  readonly clean: number;
  readonly collection: number;
  readonly allocated: number;
  readonly interference: number;
  readonly interval: number;
  readonly perturbation: number;
  readonly twinGap: number;
  span(node: number): SpanEstimate;
  /** A node's span with the timer's own interval taken off. */
  inclusive(node: number): number;
}

function byReplicate(measurement: Measurement): Replicate[] {
  const { plan } = measurement;
  const nodesOf = (variant: string): number[] =>
    plan.rows.filter((row) => `span-${row.place}` === variant).map((row) => row.node);
  const rule = { calmNs: plan.policy.calm * bestYardstick(measurement), keep: plan.policy.keep };
  const forks = measurement.forks.map((fork) => estimateFork(fork, rule, nodesOf));
  const numbers = [...new Set(forks.map((fork) => fork.replicate))];
  return numbers
    .map((number) => forks.filter((fork) => fork.replicate === number))
    .filter((group) => plan.rows.every((row) => group.some((fork) => fork.spans.has(row.node))))
    .map(combine);
}

/** The yardstick's best in the session, ns: the twentieth part of its times that is shortest, in the best fork. */
function bestYardstick({ forks }: Measurement): number {
  const best = forks.map(({ variants }) =>
    quantile(
      variants.flatMap(({ batches }) => batches.map((batch) => batch.yardstickNs)),
      0.05,
    ),
  );
  return Math.min(...best);
}

/** A replicate whose processor was calm for less than this share of its batches is set aside if others suffice. */
const calmEnough = 0.1;

/** Fewest calm replicates that can do without the others. */
const fewestCalm = 3;

/** Setting aside is decided by the yardstick alone, which knows nothing of the path, so it does not bias its times. */
function calmReplicates(all: readonly Replicate[]): readonly Replicate[] {
  const calm = all.filter((replicate) => replicate.calmShare >= calmEnough);
  return calm.length >= fewestCalm ? calm : all;
}

function combine(forks: readonly ForkEstimate[]): Replicate {
  const average = (number: (fork: ForkEstimate) => number): number => mean(forks.map(number));
  const interval = average((fork) => fork.interval);
  const span = (node: number): SpanEstimate => {
    const found = forks.find((fork) => fork.spans.has(node))?.spans.get(node);
    if (!found) throw new Error(`no fork timed node ${node}`);
    return found;
  };
  return {
    calmShare: Math.min(...forks.map((fork) => fork.calmShare)),
    clean: average((fork) => fork.clean),
    collection: average((fork) => fork.collection),
    allocated: average((fork) => fork.allocated),
    interference: average((fork) => fork.interference),
    interval,
    perturbation: average((fork) => fork.perturbation),
    twinGap: average((fork) => fork.twinGap),
    span,
    inclusive: (node) => span(node).raw - interval * span(node).timedCalls,
  };
}

function pathRow(
  row: Row,
  rows: readonly Row[],
  measurement: Measurement,
  replicates: readonly Replicate[],
  total: Estimate,
): LedgerRow {
  const over = (number: (replicate: Replicate) => number): Estimate => meanInterval(replicates.map(number));
  const children = rows.filter((other) => other.parent === row.id);
  const own = over((replicate) =>
    children.reduce((rest, child) => rest - replicate.inclusive(child.node), replicate.inclusive(row.node)),
  );
  const spans: SpanRoute = {
    raw: over((replicate) => replicate.span(row.node).raw),
    overhead: mean(replicates.map((replicate) => replicate.interval * replicate.span(row.node).timedCalls)),
    corrected: over((replicate) => replicate.inclusive(row.node)),
  };
  const place = measurement.plan.places[row.place];
  return {
    id: row.id,
    name: row.name,
    kind: 'path',
    parent: row.parent,
    place: place ? { file: place.file, line: place.line } : null,
    ...own,
    inclusive: spans.corrected,
    share: own.mean / total.mean,
    calls: mean(replicates.map((replicate) => replicate.span(row.node).calls)),
    routes: { spans, marginal: null, sampled: null },
    dilation: mean(replicates.map((replicate) => replicate.span(row.node).dilation)),
    ...judgeRow(spans, total),
  };
}

function collectionRow(estimate: Estimate, total: Estimate): LedgerRow {
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
    routes: { spans: null, marginal: null, sampled: null },
    dilation: null,
    confidence: 'medium',
    reason: 'bytes allocated, times what pauses cost for a byte in the same process',
  };
}
