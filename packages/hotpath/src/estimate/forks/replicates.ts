import type { Measurement } from '../../model/measurement/measurement.js';
import { mean, quantile } from '../../stats/summary.js';
import type { CleanRule } from '../batches/clean-batches.js';
import { garbagePrices } from '../batches/garbage-price.js';
import { pathWaits } from '../batches/waits-in-batches.js';
import { calmShare, estimateFork, type ForkEstimate, type SpanEstimate } from './fork-estimate.js';
import type { MarginalEstimate } from './marginal-estimate.js';
import { followWaking } from './waking.js';

/** The forks of one replicate together; ns an operation. */
export interface Replicate {
  readonly forks: readonly ForkEstimate[];
  /** Whether the path waits for something. */
  readonly waits: boolean;
  readonly calmShare: number;
  readonly wakingFactor: number;
  readonly clean: number;
  readonly collection: number;
  readonly allocated: number;
  readonly interference: number;
  readonly preempted: number;
  /** NaN where none of its forks kept V8's log. */
  readonly compiling: number;
  readonly interval: number;
  readonly run: number;
  readonly driver: number;
  readonly occupied: number;
  readonly perturbation: number;
  readonly twinGap: number;
  span(node: number): SpanEstimate;
  /** A node's spans with the timer's own interval taken off. */
  spans(node: number): number;
  /** A node's time off the processor; null where it is not measured. */
  waiting(node: number): number | null;
  /** Null where the node's place is not repeated. */
  marginal(node: number): MarginalEstimate | null;
}

/** Replicates all of whose forks were measured, in the order in which they ran. */
export function completeReplicates(measurement: Measurement): Replicate[] {
  const { plan } = measurement;
  const nodesOf = (place: number): number[] =>
    plan.rows.filter((row) => row.place === place).map((row) => row.node);
  const rule = cleanRule(measurement);
  const priceIn = garbagePrices(measurement, rule);
  const { factorOf } = followWaking(measurement);
  const forks = measurement.forks.map((fork) =>
    estimateFork(fork, plan, rule, { priceIn, nodesOf, wakingFactor: factorOf(fork) }),
  );
  const numbers = [...new Set(forks.map((fork) => fork.replicate))];
  return numbers
    .map((number) => forks.filter((fork) => fork.replicate === number))
    .filter(
      (group) => group.length === plan.forks.filter((fork) => fork.replicate === group[0]?.replicate).length,
    )
    .map((group) => combine(group, pathWaits(measurement)));
}

/** Which batches of a measurement estimates are made from. */
export function cleanRule(measurement: Measurement): CleanRule {
  const { calm, keep } = measurement.plan.policy;
  const waits = pathWaits(measurement);
  // A wait takes as long as it takes: all batches count where the path waits.
  return {
    calmNs: (waits ? calmAsleep : calm) * bestYardstick(measurement),
    keep: waits ? 1 : keep,
    waits,
  };
}

/** A processor that sleeps in between does its arithmetic at this or that clock rate, which is not what a path that waits takes its time for. */
const calmAsleep = 1.4;

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

/** The same of one in which waking took more than so many times what is typical, or less than that part of it. */
const farFromTypical = 1.5;

/** Setting aside is decided by the yardsticks alone, which know nothing of the path, so it does not bias its times. */
export function calmReplicates(all: readonly Replicate[]): readonly Replicate[] {
  const calm = all.filter(
    ({ calmShare: share, wakingFactor }) =>
      share >= calmEnough && Math.abs(Math.log(wakingFactor)) <= Math.log(farFromTypical),
  );
  return calm.length >= fewestCalm ? calm : all;
}

/** How many replicates a ledger would be made of without those that are set aside. A path that waits has no calm to wait for. */
export function calmReplicateCount(measurement: Measurement): number {
  const rule = cleanRule(measurement);
  const busy = new Set(
    measurement.forks.filter((fork) => calmShare(fork, rule) < calmEnough).map(({ replicate }) => replicate),
  );
  const all = new Set(measurement.forks.map(({ replicate }) => replicate));
  return rule.waits ? all.size : all.size - busy.size;
}

function combine(forks: readonly ForkEstimate[], waits: boolean): Replicate {
  const average = (number: (fork: ForkEstimate) => number): number => mean(forks.map(number));
  const interval = average((fork) => fork.interval);
  const span = (node: number): SpanEstimate => {
    const found = forks.find((fork) => fork.spans.has(node))?.spans.get(node);
    if (!found) throw new Error(`no fork timed node ${node}`);
    return found;
  };
  return {
    forks,
    waits,
    calmShare: Math.min(...forks.map((fork) => fork.calmShare)),
    wakingFactor: average((fork) => fork.wakingFactor),
    clean: average((fork) => fork.clean),
    collection: average((fork) => fork.collection),
    allocated: average((fork) => fork.allocated),
    interference: average((fork) => fork.interference),
    preempted: average((fork) => fork.preempted),
    compiling: mean(forks.map((fork) => fork.compiling).filter(Number.isFinite)),
    interval,
    perturbation: average((fork) => fork.perturbation),
    run: average((fork) => fork.run),
    driver: average((fork) => fork.driver),
    occupied: average((fork) => fork.occupied),
    twinGap: average((fork) => fork.twinGap),
    span,
    spans: (node) => span(node).raw - interval * span(node).timedCalls,
    waiting: (node) => forks.find((fork) => fork.waits.has(node))?.waits.get(node) ?? null,
    marginal: (node) => forks.find((fork) => fork.marginals.has(node))?.marginals.get(node) ?? null,
  };
}
