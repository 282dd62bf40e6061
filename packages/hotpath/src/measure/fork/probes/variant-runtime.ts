import type { SuspensionRuntime } from '../../../instrument/edits/insert-suspensions.js';
import type { ProbeFunctions } from '../../../instrument/edits/probe-code.js';
import type { RepeatRuntime } from '../../../instrument/edits/repeat-code.js';
import { createSkipRuntime, type SkipRuntime } from '../../../instrument/edits/skip-code.js';
import type { SpanSum } from '../../../model/measurement/measurement.js';
import type { MeasureJob, VariantJob } from '../../job.js';
import { type ClockKind, createSpanClock, type SpanClock, type TreePosition } from './span-runtime.js';
import { createTurnClock } from './turn-clock.js';

/** What a variant's probes collect. */
export interface VariantRuntime {
  /** The pair that the driver calls before each operation (variant `timer`) or around it (`run`), or null. */
  readonly timer: ProbeFunctions | null;
  /** Span sums by call-tree node since the last call. */
  take(): SpanSum[];
  /** Lets a repeated place run so many more times in each execution from now on, a skipped one in one of so many. */
  repeat(times: number): void;
}

type Edges = MeasureJob['edges'];

const registry = Symbol.for('hotpath');
/** What a variant's code finds at an edit's index. */
export type Published = Readonly<
  Record<
    number,
    ProbeFunctions | RepeatRuntime | SkipRuntime | SuspensionRuntime | { readonly dose: () => void }
  >
>;

const runtimes: Record<string, Published> = {};
Object.defineProperty(globalThis, registry, { value: runtimes });

/** Makes what its edits need reachable for a variant's code, which looks it up when it is loaded. */
export function publish(variant: string, runtime: Published): void {
  runtimes[variant] = runtime;
}

/** A variant's listener to suspensions at the index at which its code looks for it. */
export function turnsOf({ turns }: VariantJob, runtime: SuspensionRuntime): Published {
  return turns === null ? {} : { [turns]: runtime };
}

const passive: VariantRuntime = { timer: null, take: () => [], repeat: () => {} };

/**
 * Makes what a measured variant's edits need: places are timed or repeated, others may mark the way to them. `extras`
 * are published beside it.
 */
export function createVariantRuntime(
  variant: VariantJob,
  edges: Edges,
  extras: Published = {},
): VariantRuntime {
  if (variant.kind === 'repeat') return createRepeatRuntime(variant);
  if (variant.kind === 'skip') return createSkippingRuntime(variant);
  if (variant.kind === 'timer' || variant.kind === 'run' || variant.kind === 'wait-timer') {
    publish(variant.id, {});
    const kind = variant.kind === 'wait-timer' ? 'waiting' : 'one-by-one';
    const clock = createSpanClock(variant.id, kind, 1, { current: 0 });
    return { ...passive, timer: clock.pair, take: clock.take };
  }
  const uses = Object.entries(variant.uses).map(([index, use]) => ({ index: Number(index), use }));
  const timed = uses.filter(({ use }) => use === 'span' || use === 'wait').map(({ index }) => index);
  const [first] = timed;
  if (first === undefined) {
    publish(variant.id, extras);
    return passive;
  }
  const nodes = 1 + Math.max(0, ...edges.map(([, , child]) => child));
  const marked = uses.filter(({ use }) => use === 'mark');
  const position: TreePosition = { current: 0 };
  const marks = Object.fromEntries(
    marked.map(({ index }) => [index, createMark(index, edges, position)] as const),
  );
  if (variant.turns !== null) {
    const down = downFrom(first, edges);
    const clock = createTurnClock([...down.values()], (at) => down.get(at), position);
    publish(variant.id, merged(extras, { ...marks, ...turnsOf(variant, clock.turns), [first]: clock.pair }));
    return { ...passive, take: clock.take };
  }
  const clocks = timed.map((index) => {
    const clock = createSpanClock(`${variant.id} ${index}`, clockFor(variant, index), nodes, position);
    return { index, pair: clock.pair, take: sumsByNode(clock, index, edges) };
  });
  const pairs = Object.fromEntries(clocks.map(({ index, pair }) => [index, pair] as const));
  publish(variant.id, merged(extras, { ...marks, ...pairs }));
  return { ...passive, take: () => clocks.flatMap(({ take }) => take()) };
}

/** What two give to the code at one index, together. */
function merged(some: Published, others: Published): Published {
  const indexes = Object.keys({ ...some, ...others }).map(Number);
  return Object.fromEntries(
    indexes.map((index) => [index, { ...some[index], ...others[index] }]),
  ) as Published;
}

/** A place's own nodes by the nodes in which it is entered. */
function downFrom(place: number, edges: Edges): Map<number, number> {
  const down = new Map<number, number>();
  for (const [parent, at, child] of edges) if (at === place) down.set(parent, child);
  return down;
}

function createRepeatRuntime({ id, edits }: VariantJob): VariantRuntime {
  const runtime: RepeatRuntime = { turns: new Int32Array(1), kept: undefined };
  const indexes = Object.values(edits).flatMap((own) => own.map((edit) => edit.index));
  publish(id, Object.fromEntries(indexes.map((index) => [index, runtime])));
  return {
    ...passive,
    repeat(times) {
      runtime.turns[0] = times;
    },
  };
}

/** So many times is the path run as it is while the values of its place are kept. */
const recordings = 3;

/** `repeat` with a number leaves out all executions but one in so many; with 0 none. */
function createSkippingRuntime({ id, edits }: VariantJob): VariantRuntime {
  const runtime = createSkipRuntime();
  const indexes = Object.values(edits).flatMap((own) => own.map((edit) => edit.index));
  publish(id, Object.fromEntries(indexes.map((index) => [index, runtime])));
  let recorded = 0;
  return {
    ...passive,
    repeat(period) {
      runtime.period = Math.max(1, period);
      runtime.left = period;
      runtime.isRecording = period === 0 && recorded++ < recordings;
    },
  };
}

function clockFor({ kind, suspends, recursive }: VariantJob, index: number): ClockKind {
  if (kind === 'wait') return 'waiting';
  if (suspends.includes(index)) return 'suspended';
  return recursive.includes(index) ? 'nested' : 'one-by-one';
}

/** A probe that only moves the position down its edge, and back up. */
function createMark(place: number, edges: Edges, position: TreePosition): ProbeFunctions {
  const down = downFrom(place, edges);
  const back = (before: number): void => {
    position.current = before;
  };
  return {
    enter() {
      const before = position.current;
      position.current = down.get(before) ?? before;
      return before;
    },
    leave: back,
    abandon: back,
  };
}

/** Spans were summed by the parent's node; gives them the place's own. */
function sumsByNode(clock: SpanClock, place: number, edges: Edges): () => SpanSum[] {
  const own = downFrom(place, edges);
  const [only] = own.size === 1 ? [...own.values()] : [];
  return () => clock.take().map((sum) => ({ ...sum, node: only ?? own.get(sum.node) ?? -1 }));
}
