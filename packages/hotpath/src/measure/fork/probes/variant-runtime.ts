import type { ProbeFunctions } from '../../../instrument/edits/probe-code.js';
import type { SpanSum } from '../../../model/measurement/measurement.js';
import type { Edge } from '../../job.js';
import type { MeasuredVariantJob, TimedVariantJob, TimerVariantJob } from '../../variant-job.js';
import { createMark, downFrom } from './marks.js';
import {
  createLeavingOutRuntime,
  createRepeatRuntime,
  createSkippingRuntime,
  type Repeating,
} from './place-runtimes.js';
import { merged, type Published, publish, turnsAt } from './published.js';
import { createSpanClock, type SpanClock, type TreePosition } from './span-runtime.js';
import { createTurnClock } from './turn-clock.js';

/** What a variant's probes collect. */
export interface VariantRuntime extends Repeating {
  /** The pair that the driver calls before each operation (variant `timer`) or around it (`run`), or null. */
  readonly timer: ProbeFunctions | null;
  /** Span sums by call-tree node since the last call. */
  take(): SpanSum[];
}

/** Of a variant that neither times nor changes a place. */
export const passive: VariantRuntime = {
  timer: null,
  take: () => [],
  repeat: () => {},
  repeats: () => 0,
  giveUp: () => false,
};

/**
 * Makes what a measured variant's edits need: places are timed or repeated, others may mark the way to them. `extras`
 * are published in addition.
 */
export function createVariantRuntime(
  variant: MeasuredVariantJob,
  edges: readonly Edge[],
  extras: Published = {},
): VariantRuntime {
  switch (variant.kind) {
    case 'base':
    case 'twin':
    case 'operation':
    case 'other':
    case 'replace':
      publish(variant.id, extras);
      return passive;
    case 'timer':
    case 'run':
    case 'wait-timer':
      return createTimerRuntime(variant);
    case 'repeat':
      return { ...passive, ...createRepeatRuntime(variant) };
    case 'skip':
      return {
        ...passive,
        ...(variant.wanted ? createSkippingRuntime(variant) : createLeavingOutRuntime(variant)),
      };
    case 'span':
    case 'wait':
      return variant.turns === null
        ? createSpanRuntime(variant, edges, extras)
        : createTurnRuntime(variant, edges, extras);
  }
}

function createTimerRuntime({ id, kind }: TimerVariantJob): VariantRuntime {
  publish(id, {});
  const clock = createSpanClock(id, kind === 'wait-timer' ? 'waiting' : 'one-by-one', 1, { current: 0 });
  return { ...passive, timer: clock.pair, take: clock.take };
}

/** One place whose executions overlap. */
function createTurnRuntime(
  { id, timed, marked, turns }: TimedVariantJob,
  edges: readonly Edge[],
  extras: Published,
): VariantRuntime {
  const [first] = timed;
  if (!first) throw new Error(`the variant ${id} times no place`);
  const position: TreePosition = { current: 0 };
  const down = downFrom(first.place, edges);
  const nodes = new Set(down.values());
  const marks = marksOf(marked, edges, position, nodes);
  // Without marks on the way to it, a place with one node is entered from wherever the position is.
  const [only] = nodes.size === 1 ? nodes : [];
  const clock = createTurnClock([...nodes], (at) => only ?? (nodes.has(at) ? at : down.get(at)), position);
  publish(id, merged(extras, { ...marks, ...turnsAt(turns, clock.turns), [first.place]: clock.pair }));
  return { ...passive, take: clock.take };
}

/** Places whose executions do not overlap. */
function createSpanRuntime(
  { id, timed, marked }: TimedVariantJob,
  edges: readonly Edge[],
  extras: Published,
): VariantRuntime {
  const nodes = 1 + Math.max(0, ...edges.map(([, , child]) => child));
  const position: TreePosition = { current: 0 };
  const marks = marksOf(marked, edges, position);
  const clocks = timed.map(({ place, clock: kind }) => {
    const clock = createSpanClock(`${id} ${place}`, kind, nodes, position);
    return { place, pair: clock.pair, take: sumsByNode(clock, place, edges) };
  });
  const pairs = Object.fromEntries(clocks.map(({ place, pair }) => [place, pair] as const));
  publish(id, merged(extras, { ...marks, ...pairs }));
  return { ...passive, take: () => clocks.flatMap(({ take }) => take()) };
}

function marksOf(
  marked: readonly number[],
  edges: readonly Edge[],
  position: TreePosition,
  held?: ReadonlySet<number>,
): Published {
  return Object.fromEntries(
    marked.map((place) => [place, createMark(place, edges, position, held)] as const),
  );
}

/** Spans were summed by the parent's node; gives them the place's own node. */
function sumsByNode(clock: SpanClock, place: number, edges: readonly Edge[]): () => SpanSum[] {
  const own = downFrom(place, edges);
  const [only] = own.size === 1 ? [...own.values()] : [];
  return () => clock.take().map((sum) => ({ ...sum, node: only ?? own.get(sum.node) ?? -1 }));
}
