import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Batch, ForkMeasurement, VariantMeasurement } from '../../model/measurement.js';
import { seededRandom, shuffled } from '../../stats/random.js';
import type { MeasureJob, VariantJob } from '../job.js';
import {
  type Collection,
  collectionsWithin,
  createSchedulingClock,
  heapBytes,
  now,
  type Scheduling,
  watchCollections,
} from './disturbances.js';
import { createDriver, type Driver } from './driver.js';
import { inPhase, type LoadedSpec, loadVariant } from './load-variant.js';
import { createVariantRuntime, type VariantRuntime } from './variant-runtime.js';
import { createYardstick } from './yardstick.js';

/** A variant that is loaded, set up and ready to run. */
interface Candidate {
  readonly variant: VariantJob;
  readonly spec: LoadedSpec;
  readonly context: unknown;
  readonly runtime: VariantRuntime;
  readonly driver: Driver;
  readonly batches: RawBatch[];
}

type Pauses = Pick<Batch, 'collections' | 'collectionNs' | 'settlingCollections' | 'settlingCollectionNs'>;

/** A batch before the pauses that struck it are known. */
interface RawBatch extends Omit<Batch, keyof Pauses | 'allocatedBytes' | 'settlingBytes'> {
  readonly endMs: number;
  readonly settledMs: number;
  readonly grownBytes: number;
  readonly grownSettlingBytes: number;
}

/** What a fork knows of itself; its parent adds its place in the plan. */
export type MeasuredFork = Omit<ForkMeasurement, 'index' | 'replicate'>;

/** Warms all variants up side by side, then measures batches of them in random order. */
export async function measure(job: MeasureJob, alive: (done: number) => void): Promise<MeasuredFork> {
  const random = seededRandom(job.seed);
  const candidates: Candidate[] = [];
  for (const variant of shuffled(job.variants, random)) candidates.push(await prepare(job, variant));
  const nsPerOperation = await warmUp(candidates, job, alive);
  const batchOperations = operationsPerBatch(job.batchMs * 1e6, nsPerOperation);
  const collections = watchCollections();
  await measureBatches(candidates, batchOperations, job, random, alive);
  const pauses = await collections.stop();
  for (const { spec, context } of candidates) await inPhase('teardown', () => spec.teardown(context));
  return {
    batchOperations,
    variants: candidates.map((candidate) => result(candidate, pauses)),
  };
}

async function prepare(job: MeasureJob, variant: VariantJob): Promise<Candidate> {
  const runtime = createVariantRuntime(variant, job.edges);
  const spec = await loadVariant(job.spec, variant);
  const context = await inPhase('setup', () => spec.setup());
  const driver = createDriver(variant.id, spec.run, job.async, runtime.timer);
  return { variant, spec, context, runtime, driver, batches: [] };
}

const warmUpOperations = 64;

/** Runs each variant for its share of the warm-up, by turns; gives ns an operation of the last turns. */
async function warmUp(
  candidates: readonly Candidate[],
  job: MeasureJob,
  alive: (done: number) => void,
): Promise<number> {
  const last: number[] = [];
  const deadline = now() + job.warmUpMs * candidates.length;
  do {
    for (const [index, candidate] of candidates.entries()) {
      last[index] = (await runBatch(candidate, warmUpOperations)) / warmUpOperations;
      candidate.runtime.take();
      await settle(candidate);
    }
    alive(0);
  } while (now() < deadline);
  return last.sort((a, b) => a - b)[last.length >> 1] as number;
}

/**
 * The power of two whose batch comes closest to the wanted length. Powers of two hold whole periods of caches
 * that refill after 2^k uses: at least 128 operations, where that stays below twenty times the wanted length: a
 * path that wakes another thread is dearer in its first operations, and short batches would hold little else.
 */
export function operationsPerBatch(batchNs: number, nsPerOperation: number): number {
  const wanted = batchNs / Math.max(nsPerOperation, 0.1);
  const nearest = 2 ** Math.round(Math.log2(Math.max(1, wanted)));
  const floor = 2 ** Math.floor(Math.log2(Math.max(1, 20 * wanted)));
  return Math.min(65_536, Math.max(nearest, Math.min(128, floor)));
}

const fewestRounds = 16;

/** Calm batches of a variant that end a fork's measurement in time. */
const wantedCalm = 24;

/** How far a fork may exceed its time while the processor is contended. */
const patience = 1.5;

async function measureBatches(
  candidates: readonly Candidate[],
  operations: number,
  job: MeasureJob,
  random: () => number,
  alive: (done: number) => void,
): Promise<void> {
  const instruments = { scheduling: createSchedulingClock(), yardstick: createYardstick() };
  const start = now();
  const budget = job.measureMs * candidates.length;
  const isOver = (round: number): boolean => {
    const spent = (now() - start) / budget;
    if (round < fewestRounds || spent < 1) return false;
    return spent >= patience || calmRounds(candidates, job) >= wantedCalm;
  };
  for (let round = 0; !isOver(round); round++) {
    for (const candidate of shuffled(candidates, random)) {
      candidate.batches.push(await measureBatch(candidate, operations, instruments));
    }
    alive(Math.min(1, (now() - start) / budget));
  }
}

/** Calm batches of the variant that has fewest. */
function calmRounds(candidates: readonly Candidate[], { calm, calmNs }: MeasureJob): number {
  const times = candidates.map(({ batches }) => batches.map((batch) => batch.yardstickNs));
  const limit = calmNs ?? calm * Math.min(...times.flat());
  return Math.min(...times.map((own) => own.filter((ns) => ns <= limit).length));
}

interface Instruments {
  readonly scheduling: () => Scheduling | null;
  readonly yardstick: () => number;
}

async function measureBatch(
  candidate: Candidate,
  operations: number,
  { scheduling, yardstick }: Instruments,
): Promise<RawBatch> {
  const yardstickBefore = yardstick();
  const before = scheduling();
  const bytesBefore = heapBytes();
  const startMs = now();
  const wholeNs = await runBatch(candidate, operations);
  const endMs = now();
  const bytesAfter = heapBytes();
  const after = scheduling();
  const yardstickNs = Math.max(yardstickBefore, yardstick());
  const spans = candidate.runtime.take();
  await settle(candidate);
  return {
    startMs,
    endMs,
    settledMs: now(),
    wholeNs,
    yardstickNs,
    preemptedNs: before && after ? after.waited - before.waited : null,
    processorNs: before && after ? after.ran - before.ran : null,
    grownBytes: bytesAfter - bytesBefore,
    grownSettlingBytes: heapBytes() - bytesAfter,
    spans,
  };
}

function runBatch(candidate: Candidate, operations: number): Promise<number> {
  return inPhase('run', () => candidate.driver(candidate.context, operations));
}

/** Between batches the event loop turns, and the path may put its house in order; neither is timed. */
async function settle({ spec, context }: Candidate): Promise<void> {
  await inPhase('settle', () => spec.settle?.(context));
  await nextTurn();
}

function result({ variant, batches }: Candidate, pauses: readonly Collection[]): VariantMeasurement {
  return { id: variant.id, batches: batches.map((batch) => withPauses(batch, pauses)) };
}

function withPauses(raw: RawBatch, pauses: readonly Collection[]): Batch {
  const { endMs, settledMs, grownBytes, grownSettlingBytes, ...batch } = raw;
  const inside = collectionsWithin(pauses, batch.startMs, endMs);
  const behind = collectionsWithin(pauses, endMs, settledMs);
  return {
    ...batch,
    ...inside,
    settlingCollections: behind.collections,
    settlingCollectionNs: behind.collectionNs,
    allocatedBytes: inside.collections === 0 ? grownBytes : null,
    settlingBytes: behind.collections === 0 ? grownSettlingBytes : null,
  };
}
