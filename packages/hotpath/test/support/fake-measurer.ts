import type { Measurer } from '../../src/measure/measurer.js';
import type { Inspection } from '../../src/measure/task-results.js';
import type { Compilation } from '../../src/model/measurement/compilation.js';
import type { Batch, MachineUse, SampledFork, SpanSum } from '../../src/model/measurement/measurement.js';
import type { Variant } from '../../src/model/measurement/variant.js';
import type { CallTree } from '../../src/model/path/call-tree.js';
import type { RowPlace } from '../../src/model/path/row.js';
import { seededRandom } from '../../src/stats/random.js';

/** A path whose every cost is known. */
export interface FakePath {
  readonly inspection: Inspection;
  readonly tree: CallTree;
  /** Its places; those of the example path unless said. */
  readonly places?: readonly RowPlace[];
  /** Inclusive ns an operation of each call-tree node; node 0 is the whole. */
  readonly inclusive: readonly number[];
  /** Interval of an empty pair, ns. */
  readonly interval: number;
  /** What a pair adds to the whole, ns. */
  readonly perturbation: number;
  readonly batchOperations: number;
  /** Bytes allocated an operation, and as much again while settling. */
  readonly bytes: number;
  /** Batches of each variant. */
  readonly batches: number;
  /** Changes a batch that would be exact: noise, collections, pre-emption. */
  readonly disturb?: ((batch: Batch, random: () => number, variant: Variant) => Batch) | undefined;
  /** Factor on all times of one fork: processes differ. */
  readonly forkFactor?: (random: () => number) => number;
  /** The measuring loop itself, ns an operation, part of node 0. */
  readonly driverNs?: number;
  /** Share of its time in which the path is on a processor; 1 unless said. */
  readonly processorShare?: number;
  /** What each span holds beyond the interval of an empty pair, ns; by node where nodes differ. */
  readonly spanBias?: number | readonly number[];
  /** What a node's probe costs besides, ns an execution: between its clock reads, and in the rest of the path. */
  readonly probeFault?: { readonly node: number; readonly inside: number; readonly outside: number };
  /** Inclusive bytes and time off the processor of each call-tree node, an operation; nothing unless said. */
  readonly allocated?: readonly number[];
  readonly off?: readonly number[];
  /** What else the machine does. */
  readonly machine?: MachineUse;
  /** What V8's log contains. */
  readonly compilation?: Compilation;
  /** What sampling gives. */
  readonly sampled?: Partial<SampledFork>;
  /** What the path costs with other code in a region's place, ns, by the change's name; as much as the whole unless said. */
  readonly replacedNs?: Readonly<Record<string, number>>;
  /** Costs of other operations and paths, ns, by their ids or specifications; by default that of the whole. */
  readonly operationNs?: Readonly<Record<string, number>>;
  /** Factor on what a repeated place adds, and on what one that is left out saves. */
  readonly marginalFactor?: number;
  readonly skipFactor?: number;
}

/** A measurer that makes up what a fork would have seen, exactly and at once: timing logic is tested with it. */
export function createFakeMeasurer(path: FakePath): Measurer {
  return {
    inspect: async () => path.inspection,
    trace: async () => path.tree,
    pilot: async () => ({ course: [], compiledAtMs: null, keepsAwake: false }),
    async measureFork(_plan, fork, { calmNs }, progress) {
      const random = seededRandom(fork.seed);
      const factor = path.forkFactor?.(random) ?? 1;
      const variants = fork.variants.map((variant) => ({
        id: variant.id,
        batches: Array.from({ length: path.batches }, (_, index) => {
          const repeats = repeatsOf(variant, index);
          const exact = exactBatch(path, variant, index, factor, repeats);
          return path.disturb?.(exact, random, variant) ?? exact;
        }),
      }));
      progress(1);
      return {
        index: fork.index,
        replicate: fork.replicate,
        calmNs,
        batchOperations: path.batchOperations,
        variants,
        compilation: path.compilation ?? null,
        alone: [],
        pauses: [],
        ownProcessor: false,
        asleepNs: null,
        machine: path.machine ?? null,
        measuredFromMs: 0,
        driverNs: path.driverNs ?? 0,
        chain: [],
        occupancy: { wholeNs: 1e6, processorNs: 1e6 * (path.processorShare ?? 1) },
      };
    },
    async sampleFork(_plan, { index }, _operations, progress) {
      progress(1);
      return { index, refused: 'nothing is sampled', operations: 0, wholeNs: 0, stacks: [], ...path.sampled };
    },
    async countCalls() {
      throw new Error('calls are not made up');
    },
    async verifyFork() {
      throw new Error('verification is not made up');
    },
    close() {},
  };
}

/** What an empty pair of reads of the time off the processor seems to hold, ns. */
const emptyOff = 800;

/** Additional runs in every other batch of a repeated place. */
const fakeRepeats = 4;

function exactBatch(path: FakePath, variant: Variant, index: number, factor: number, repeats: number): Batch {
  const spans = spanSums(path, variant, factor);
  const pairs = spans.reduce((sum, span) => sum + span.count, 0);
  const { inclusive, allocated = [], marginalFactor = 1 } = path;
  const repeated = repeats * marginalFactor * repeatedCost(path, variant, inclusive);
  const once = wholeOf(path, variant, repeats) + repeated;
  const whole =
    once * factor * path.batchOperations + pairs * path.perturbation + faultOf(path, spans, variant);
  const bytes =
    path.bytes +
    repeats * repeatedCost(path, variant, allocated) -
    leftOutOf(path, variant, allocated, repeats);
  const grown = path.batchOperations * bytes;
  return {
    startMs: index,
    repeats,
    wholeNs: whole,
    collectionNs: 0,
    collections: 0,
    yardstickNs: 4400,
    wakingNs: null,
    ranNs: null,
    preemptedNs: 0,
    settlingPreemptedNs: 0,
    settlingCollections: 0,
    settlingCollectionNs: 0,
    allocatedBytes: grown,
    settlingBytes: path.batchOperations * path.bytes,
    spans,
  };
}

/** What a variant with a faulty probe takes more. */
function faultOf({ probeFault }: FakePath, spans: readonly SpanSum[], { kind }: Variant): number {
  if (!probeFault || kind !== 'span') return 0;
  const { node, inside, outside } = probeFault;
  return (inside + outside) * (spans.find((span) => span.node === node)?.count ?? 0);
}

function repeatsOf(variant: Variant, index: number): number {
  if (variant.kind === 'repeat') return index % 2 === 1 ? fakeRepeats : 0;
  if (variant.kind !== 'skip') return 0;
  return [0, ...variant.periods][index % (1 + variant.periods.length)] as number;
}

/** What a variant's operation takes: another's, or the path without what is left out. */
function wholeOf(
  { inclusive, tree, operationNs = {}, replacedNs = {}, skipFactor = 1 }: FakePath,
  variant: Variant,
  period: number,
): number {
  const whole = inclusive[0] as number;
  if (variant.kind === 'operation') return operationNs[variant.operation] ?? whole;
  if (variant.kind === 'other') return operationNs[variant.spec] ?? whole;
  if (variant.kind === 'replace') return replacedNs[variant.name] ?? whole;
  return whole - skipFactor * leftOutOf({ tree }, variant, inclusive, period);
}

/** What a variant's skipped place does not cost where it runs in one of `period` executions; 0: in all. */
function leftOutOf(
  { tree }: Pick<FakePath, 'tree'>,
  variant: Variant,
  costs: readonly number[],
  period: number,
): number {
  if (variant.kind !== 'skip' || period === 0) return 0;
  return costAt(tree, variant.place, costs) * (1 - 1 / period);
}

function costAt({ nodes }: CallTree, place: number, costs: readonly number[]): number {
  return nodes.reduce((sum, node, index) => (node.place === place ? sum + (costs[index] ?? 0) : sum), 0);
}

/** What one more run of a variant's repeated place costs. */
function repeatedCost({ tree }: FakePath, variant: Variant, costs: readonly number[]): number {
  return variant.kind === 'repeat' ? costAt(tree, variant.place, costs) : 0;
}

function spanSums(path: FakePath, variant: Variant, factor: number): SpanSum[] {
  const { batchOperations, interval, tree, inclusive, off = [], spanBias = 0 } = path;
  const biasAt = (node: number): number =>
    (typeof spanBias === 'number' ? spanBias : (spanBias[node] ?? 0)) +
    (path.probeFault?.node === node ? path.probeFault.inside : 0);
  if (variant.kind === 'wait-timer')
    return [{ node: 0, sumNs: emptyOff * batchOperations, count: batchOperations }];
  if (variant.kind === 'timer')
    return [{ node: 0, sumNs: interval * batchOperations, count: batchOperations }];
  if (variant.kind === 'run') {
    const inside = (inclusive[0] as number) * factor - (path.driverNs ?? 0);
    return [{ node: 0, sumNs: (inside + interval + biasAt(0)) * batchOperations, count: batchOperations }];
  }
  if (variant.kind !== 'span' && variant.kind !== 'wait') return [];
  return tree.nodes.flatMap((node, index) => {
    if (!variant.places.includes(node.place)) return [];
    const count = Math.round((node.count / tree.operations) * batchOperations);
    if (variant.kind === 'wait')
      return [{ node: index, sumNs: (off[index] ?? 0) * factor * batchOperations + emptyOff * count, count }];
    const sumNs =
      (inclusive[index] as number) * factor * batchOperations + (interval + biasAt(index)) * count;
    return [{ node: index, sumNs, count }];
  });
}
