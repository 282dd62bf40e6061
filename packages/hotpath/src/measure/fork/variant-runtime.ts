import type { ProbeFunctions } from '../../instrument/probe-code.js';
import type { SpanSum } from '../../model/measurement.js';
import type { MeasureJob, VariantJob } from '../job.js';
import { createSpanClock, type Interleaving, type SpanClock, type TreePosition } from './span-runtime.js';

/** What a variant's probes collect. */
export interface VariantRuntime {
  /** The pair that the driver calls before each operation (variant `timer`), or null. */
  readonly timer: ProbeFunctions | null;
  /** Span sums by call-tree node since the last call. */
  take(): SpanSum[];
}

type Edges = MeasureJob['edges'];

const registry = Symbol.for('hotpath');
const runtimes: Record<string, Record<number, ProbeFunctions>> = {};
Object.defineProperty(globalThis, registry, { value: runtimes });

/** Makes probes reachable for a variant's code, which looks them up when it is loaded. */
export function publishProbes(variant: string, probes: Record<number, ProbeFunctions>): void {
  runtimes[variant] = probes;
}

/** Makes the probes of a measured variant: at most one place is timed, others may mark the way to it. */
export function createVariantRuntime(variant: VariantJob, edges: Edges): VariantRuntime {
  if (variant.kind === 'timer') {
    const clock = createSpanClock(variant.id, 'one-by-one', 1, { current: 0 });
    return { timer: clock.pair, take: clock.take };
  }
  const uses = Object.entries(variant.uses).map(([index, use]) => ({ index: Number(index), use }));
  const timed = uses.find(({ use }) => use === 'span');
  if (!timed) {
    publishProbes(variant.id, {});
    return { timer: null, take: () => [] };
  }
  const nodes = 1 + Math.max(0, ...edges.map(([, , child]) => child));
  const marked = uses.filter(({ use }) => use === 'mark');
  const position: TreePosition = { current: 0 };
  const clock = createSpanClock(variant.id, interleavingOf(variant, timed.index), nodes, position);
  const marks = marked.map(({ index }) => [index, createMark(index, edges, position)] as const);
  publishProbes(variant.id, { ...Object.fromEntries(marks), [timed.index]: clock.pair });
  return { timer: null, take: sumsByNode(clock, timed.index, edges) };
}

function interleavingOf({ suspends, recursive }: VariantJob, index: number): Interleaving {
  if (suspends.includes(index)) return 'suspended';
  return recursive.includes(index) ? 'nested' : 'one-by-one';
}

/** A probe that only moves the position down its edge, and back up. */
function createMark(place: number, edges: Edges, position: TreePosition): ProbeFunctions {
  const down = new Map<number, number>();
  for (const [parent, at, child] of edges) if (at === place) down.set(parent, child);
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
  const own = new Map<number, number>();
  for (const [parent, at, child] of edges) if (at === place) own.set(parent, child);
  const [only] = own.size === 1 ? [...own.values()] : [];
  return () => clock.take().map((sum) => ({ ...sum, node: only ?? own.get(sum.node) ?? -1 }));
}
