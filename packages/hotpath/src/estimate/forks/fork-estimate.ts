import type { Batch, ForkMeasurement, VariantMeasurement } from '../../model/measurement/measurement.js';
import type { Plan } from '../../model/measurement/plan.js';
import { isPreempted } from '../../model/measurement/preemption.js';
import type { Variant } from '../../model/measurement/variant.js';
import { mean, quantile } from '../../stats/summary.js';
import { type CleanRule, isCalm } from '../batches/clean-batches.js';
import { collectionCost } from '../batches/collection-cost.js';
import { compilingCost } from '../batches/compiling.js';
import type { GarbagePrices } from '../batches/garbage-price.js';
import { estimateVariant, type NodeSpan, type VariantEstimate } from '../batches/variant-estimate.js';
import { estimateMarginal, type MarginalEstimate } from './marginal-estimate.js';

/** One fork's numbers, ns an operation unless said otherwise. */
export interface ForkEstimate {
  readonly index: number;
  readonly replicate: number;
  /** Share of all batches in which the processor was calm. */
  readonly calmShare: number;
  /** By what times were multiplied so that they are as if waking took what is typical. */
  readonly wakingFactor: number;
  /** Undisturbed time of the unprobed path. */
  readonly clean: number;
  /** (twin - base) / clean. */
  readonly twinGap: number;
  /** The operation's part of all pauses for collection. */
  readonly collection: number;
  /** Bytes allocated an operation; NaN when every batch was struck by a collection. */
  readonly allocated: number;
  /** What unprobed batches took beyond `clean` and the collections that struck them, on average. */
  readonly interference: number;
  /** What of it other threads ran on this thread's processor. */
  readonly preempted: number;
  /** What of it V8's compilers took; NaN where there is no log. */
  readonly compiling: number;
  /** Interval of an empty pair of clock reads, ns a pair. */
  readonly interval: number;
  /** From before `run` is called to after it has ended, the timer's interval taken off. */
  readonly run: number;
  /** The measuring loop itself. */
  readonly driver: number;
  /** Share of its time that the path's thread was on a processor; NaN where the system does not tell. */
  readonly occupied: number;
  /** What an empty pair adds to the whole. */
  readonly perturbation: number;
  /** By call-tree node. */
  readonly spans: ReadonlyMap<number, SpanEstimate>;
  /** Time off the processor by call-tree node, where it was measured. */
  readonly waits: ReadonlyMap<number, number>;
  /** By call-tree node. */
  readonly marginals: ReadonlyMap<number, MarginalEstimate>;
}

export interface SpanEstimate extends Pick<NodeSpan, 'raw' | 'calls' | 'timedCalls'> {
  /** Whole with the probe / whole without. */
  readonly dilation: number;
}

/** What the session knows beside a fork. */
export interface ForkContext {
  readonly priceIn: GarbagePrices;
  /** The call-tree nodes of a place. */
  readonly nodesOf: (place: number) => readonly number[];
  /** By what a time must be multiplied to be as if threads had been woken as quickly as in the session as a whole. */
  readonly wakingFactor: number;
}

/** Estimates everything that one fork can tell. */
export function estimateFork(
  fork: ForkMeasurement,
  plan: Plan,
  rule: CleanRule,
  { priceIn, nodesOf, wakingFactor }: ForkContext,
): ForkEstimate {
  const planned = plan.forks[fork.index]?.variants ?? [];
  const nodesIn = ({ id }: { id: string }): readonly number[] => placesOf(planned, id).flatMap(nodesOf);
  const kinds = ['base', 'twin', 'timer', 'run', 'span'] as const;
  const variants = ofKinds(fork, planned, kinds).map((variant) =>
    estimateVariant(variant, fork.batchOperations, rule),
  );
  const [base, twin, timer, run] = ['base', 'twin', 'timer', 'run'].map((id) => find(variants, id)) as [
    VariantEstimate,
    VariantEstimate,
    VariantEstimate,
    VariantEstimate,
  ];
  const unprobedWhole = wholeOf([base, twin], fork, rule);
  const interval = rule.waits ? middleInterval(fork) : timer.span(0).raw / timer.timedCalls;
  const light = variants.filter((variant) => isLight(variant, interval, unprobedWhole));
  const seen = light.length === 0 ? unprobedWhole : pooledWhole(fork, [base, twin, ...light], interval, rule);
  const clean = wakingFactor * seen;
  const expectedOf = (variant: VariantEstimate): number => {
    if (light.includes(variant)) return clean + variant.timedCalls * interval;
    if (variant.calm || rule.waits) return wakingFactor * variant.whole;
    return clean + variant.timedCalls * pairReads * interval;
  };
  const spanAt = (variant: VariantEstimate, node: number): SpanEstimate =>
    spanEstimate(variant, node, expectedOf(variant), unprobedWhole);
  const spans = variants.flatMap((variant) =>
    nodesIn(variant).map((node) => [node, spanAt(variant, node)] as const),
  );
  return {
    index: fork.index,
    replicate: fork.replicate,
    calmShare: calmShare(fork, rule),
    wakingFactor,
    clean,
    twinGap: (twin.whole - base.whole) / unprobedWhole,
    interval,
    perturbation: timer.whole - unprobedWhole,
    run: spanAt(run, 0).raw - interval * run.timedCalls,
    driver: fork.driverNs,
    occupied: fork.occupancy ? fork.occupancy.processorNs / fork.occupancy.wholeNs : Number.NaN,
    spans: new Map(spans),
    waits: waitsByNode(fork, planned, variants, { rule, nodesIn, wakingFactor }),
    marginals: new Map(
      ofKinds(fork, planned, ['repeat']).flatMap((variant) => {
        const marginal = estimateMarginal(variant, fork.batchOperations, clean, rule);
        return nodesIn(variant).map((node) => [node, marginal] as const);
      }),
    ),
    ...collectionCost(fork, unprobedBatches(fork), priceIn),
    ...disturbances(fork, seen, rule),
  };
}

function ofKinds(
  fork: ForkMeasurement,
  planned: readonly Variant[],
  kinds: readonly Variant['kind'][],
): VariantMeasurement[] {
  return fork.variants.filter(({ id }) =>
    planned.some((each) => each.id === id && kinds.includes(each.kind)),
  );
}

interface WaitContext extends Pick<ForkContext, 'wakingFactor'> {
  readonly rule: CleanRule;
  readonly nodesIn: (variant: { id: string }) => readonly number[];
}

/** What rows waited: as their own spans tell where executions overlap, as variants of their own tell elsewhere. */
function waitsByNode(
  fork: ForkMeasurement,
  planned: readonly Variant[],
  timed: readonly VariantEstimate[],
  { rule, nodesIn, wakingFactor }: WaitContext,
): Map<number, number> {
  const suspended = timed.flatMap((variant) =>
    nodesIn(variant).map((node) => [node, variant.span(node).off] as const),
  );
  const [timer] = ofKinds(fork, planned, ['wait-timer']).map((variant) =>
    estimateVariant(variant, fork.batchOperations, rule).span(0),
  );
  // What an empty pair of reads seems to lack, a pair.
  const empty = timer ? timer.raw / timer.timedCalls : 0;
  const asked = ofKinds(fork, planned, ['wait']).flatMap((variant) => {
    const waiting = estimateVariant(variant, fork.batchOperations, rule);
    return nodesIn(variant).map((node) => {
      const { raw, slope, timedCalls } = waiting.span(node);
      return [node, raw + slope * (wakingFactor - 1) * waiting.whole - empty * timedCalls] as const;
    });
  });
  return new Map([...suspended, ...asked].filter(([, ns]) => Number.isFinite(ns)));
}

/** The places that a variant times, or the one that it repeats; none for others. */
function placesOf(variants: readonly Variant[], id: string): readonly number[] {
  const variant = variants.find((candidate) => candidate.id === id);
  if (!variant) return [];
  if ('places' in variant) return variant.places;
  return 'place' in variant ? [variant.place] : [];
}

function unprobedBatches(fork: ForkMeasurement): readonly Batch[] {
  return fork.variants.filter(({ id }) => id === 'base' || id === 'twin').flatMap(({ batches }) => batches);
}

/** The whole as all variants with no or a negligible probe tell it. */
function pooledWhole(
  fork: ForkMeasurement,
  variants: readonly VariantEstimate[],
  interval: number,
  rule: CleanRule,
): number {
  const probe = mean(variants.map((variant) => variant.timedCalls * interval));
  return wholeOf(variants, fork, rule) - probe;
}

/**
 * The whole of several variants, their batches chosen as if they were one variant's: where one of them had no calm batch,
 * the others' stand for both.
 */
function wholeOf(variants: readonly VariantEstimate[], fork: ForkMeasurement, rule: CleanRule): number {
  const ids = variants.map((variant) => variant.id);
  const batches = fork.variants.filter(({ id }) => ids.includes(id)).flatMap((variant) => variant.batches);
  return estimateVariant({ id: 'pool', batches }, fork.batchOperations, rule).whole;
}

/**
 * Of an empty pair, in the middle batch, ns: a batch of a path that waits holds so few pairs that one between whose reads
 * another guest had the processor makes all of them dear.
 */
function middleInterval({ variants }: ForkMeasurement): number {
  const batches = variants.find(({ id }) => id === 'timer')?.batches ?? [];
  return quantile(
    batches.flatMap(({ spans }) => spans.map(({ sumNs, count }) => sumNs / count)),
    0.5,
  );
}

/** A pair is two reads of the clock, and its interval about one. */
const pairReads = 2;

/** A probe that takes at most this share of the whole does not change it as far as can be seen. */
const negligible = 0.01;

/**
 * Variants whose probe is negligible beside the whole. They all run the same path, so they all estimate the whole.
 */
function isLight(variant: VariantEstimate, interval: number, whole: number): boolean {
  return variant.timedCalls > 0 && variant.timedCalls * interval <= negligible * whole;
}

/**
 * A node's span, moved to where it would be had its variant met the whole's `expected` time: the regression
 * estimator of survey sampling (Cochran, Sampling Techniques, 3rd ed., chapter 7). On a path that waits, variants differ
 * by what they happened to wait, and processes by what waking takes, and without this a long row and the whole would be compared
 * across different luck (docs/adr/0024). So it is where a variant had no calm batch and the whole had some (docs/adr/0023).
 */
function spanEstimate(
  variant: VariantEstimate,
  node: number,
  expected: number,
  unprobed: number,
): SpanEstimate {
  const { raw, slope, calls, timedCalls } = variant.span(node);
  return {
    raw: raw + slope * (expected - variant.whole),
    calls,
    timedCalls,
    dilation: variant.whole / unprobed,
  };
}

/** Share of a fork's batches in which the processor was calm. */
export function calmShare(fork: ForkMeasurement, rule: CleanRule): number {
  const batches = fork.variants.flatMap((variant) => variant.batches);
  return batches.filter((batch) => isCalm(batch, rule)).length / batches.length;
}

function disturbances(
  fork: ForkMeasurement,
  clean: number,
  { waits }: CleanRule,
): Pick<ForkEstimate, 'interference' | 'preempted' | 'compiling'> {
  const unprobed = unprobedBatches(fork);
  const seen = waits ? withProcessor(unprobed) : unprobed;
  const free = mean(seen.map((batch) => batch.wholeNs - batch.collectionNs)) / fork.batchOperations;
  const preempted = mean(seen.map((batch) => batch.preemptedNs ?? 0)) / fork.batchOperations;
  const compiling = compilingCost(fork, seen);
  return { interference: free - clean, preempted, compiling };
}

/** Where a path that waits shares its processor with what it waits for, it is no slower: that is no interference. */
function withProcessor(batches: readonly Batch[]): readonly Batch[] {
  const own = batches.filter((batch) => !isPreempted(batch));
  return own.length === 0 ? batches : own;
}

function find(variants: readonly VariantEstimate[], id: string): VariantEstimate {
  const variant = variants.find((candidate) => candidate.id === id);
  if (!variant) throw new Error(`a fork has no variant ${id}`);
  return variant;
}
