import type { ForkMeasurement, Measurement } from '../../model/measurement/measurement.js';
import type { Plan } from '../../model/measurement/plan.js';
import { quantile } from '../../stats/summary.js';
import { type Basis, basisOf } from '../batches/basis.js';
import { isCalm } from '../batches/clean-batches.js';
import type { CleanRule } from '../batches/clean-rule.js';
import { collectionCost } from '../batches/collection-cost.js';
import { standingOf, unprobedOf } from '../batches/standing-variants.js';
import { estimateChain } from './estimate-chain.js';
import { estimateInterference } from './estimate-interference.js';
import { estimateKinds, type TimedEstimate } from './estimate-kinds.js';
import { spanAt } from './estimate-spans.js';
import { estimateWaits } from './estimate-waits.js';
import { estimateWhole } from './estimate-whole.js';
import { estimateMarginals } from './marginal-estimate.js';
import type { NodeEstimates } from './node-estimates.js';
import type { PathNumbers } from './path-numbers.js';
import { plannedVariants } from './planned-variants.js';
import { followWaking, type WakingCourse } from './waking-course.js';

/** Everything that one fork shows. */
export interface ForkEstimate extends NodeEstimates {
  readonly index: number;
  readonly replicate: number;
  /** Share of all batches that were calm. */
  readonly calmShare: number;
  /** The part of the interference in which V8 compiled, ns per operation; NaN where the fork kept no log. */
  readonly compiling: number;
  readonly numbers: PathNumbers;
}

/** What the session as a whole says for the estimate of each fork. */
export interface SessionBasis extends Basis {
  readonly plan: Plan;
  readonly waking: WakingCourse;
}

export function sessionBasis(measurement: Measurement): SessionBasis {
  return { ...basisOf(measurement), plan: measurement.plan, waking: followWaking(measurement) };
}

export function estimateFork(fork: ForkMeasurement, basis: SessionBasis): ForkEstimate {
  const { plan, rule, priceIn, waking } = basis;
  const { index, replicate, batchOperations: operations, occupancy } = fork;
  const variants = plannedVariants(fork, plan);
  const timed = estimateKinds(variants, ['base', 'twin', 'timer', 'run', 'span'], operations, rule);
  const { base, twin, timer, run } = standingOf(timed);
  const whole = estimateWhole(fork, timed, rule);
  const wakingFactor = waking.factorOf(fork);
  const clean = wakingFactor * whole.pooled;
  const context = { whole, clean, wakingFactor, rule };
  const unprobed = unprobedOf(fork.variants).flatMap(({ batches }) => batches);
  const { compiling, ...interference } = estimateInterference(fork, unprobed, whole.pooled, rule);
  return {
    index,
    replicate,
    calmShare: calmShare(fork, rule),
    compiling,
    numbers: {
      clean,
      wakingFactor,
      twinGap: (twin.whole - base.whole) / whole.unprobed,
      interval: whole.interval,
      ...estimateChain(fork.chain, rule),
      // Where executions overlap, a variant also takes what following the activations costs.
      addedByPair: plan.concurrent ? Number.NaN : addedByPair(timed, whole.pooled),
      perturbation: timer.whole - whole.unprobed,
      run: spanAt(run, 0, context).raw - whole.interval * run.timedCalls,
      driver: fork.driverNs,
      occupied: occupancy ? occupancy.processorNs / occupancy.wholeNs : Number.NaN,
      ...collectionCost(fork, unprobed, priceIn),
      ...interference,
    },
    spans: new Map(
      timed.flatMap((variant) =>
        variant.nodes.map((node) => [node, spanAt(variant, node, context)] as const),
      ),
    ),
    waits: estimateWaits(variants, timed, { operations, rule, wakingFactor }),
    marginals: estimateMarginals(variants, operations, clean, rule),
  };
}

/** What rows that run less often add to the whole is too little to be read, executions per operation. */
export const oftenEnough = 0.5;

/** What a pair adds to the path where it is probed, ns: the median over variants that time one row. */
function addedByPair(timed: readonly TimedEstimate[], whole: number): number {
  const added = timed
    .filter(({ nodes, timedCalls }) => nodes.length === 1 && timedCalls >= oftenEnough)
    .map((variant) => (variant.whole - whole) / variant.timedCalls);
  return added.length === 0 ? Number.NaN : quantile(added, 0.5);
}

/** Share of a fork's batches that were calm. */
export function calmShare(fork: ForkMeasurement, rule: CleanRule): number {
  const batches = fork.variants.flatMap((variant) => variant.batches);
  return batches.filter((batch) => isCalm(batch, rule)).length / batches.length;
}
