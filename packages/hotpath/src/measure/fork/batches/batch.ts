import type { Batch, ChainReading, VariantMeasurement } from '../../../model/measurement/measurement.js';
import { runOperations, settle } from '../candidate.js';
import { createChain } from '../probes/chain.js';
import {
  type Collection,
  collectionsWithin,
  createSchedulingClock,
  heapBytes,
  now,
  preemptedBetween,
  type Scheduling,
} from '../processor/disturbances.js';
import type { ProcessorClock } from '../processor/processor-clock.js';
import type { Trial } from './trial.js';
import { createYardstick } from './yardstick.js';

type Pauses = Pick<Batch, 'collections' | 'collectionNs' | 'settlingCollections' | 'settlingCollectionNs'>;

/** A batch before the pauses inside it are known. */
export interface RawBatch extends Omit<Batch, keyof Pauses | 'allocatedBytes' | 'settlingBytes'> {
  readonly endMs: number;
  readonly settledMs: number;
  readonly grownBytes: number;
  readonly grownSettlingBytes: number;
}

/** What is read around each batch, and once a round. */
export interface Instruments {
  readonly scheduling: () => Scheduling | null;
  readonly yardstick: () => number;
  /** Null for paths that do not wait. */
  readonly waking: (() => number) | null;
  /** Null where time on the processor is not wanted, or the system does not report it. */
  readonly processor: ProcessorClock | null;
  /** Null where no variant is timed. */
  readonly chain: (() => ChainReading) | null;
}

interface Wanted extends Partial<Pick<Instruments, 'waking' | 'processor'>> {
  readonly isTimed?: boolean;
}

export function createInstruments({
  waking = null,
  processor = null,
  isTimed = false,
}: Wanted = {}): Instruments {
  const yardstick = createYardstick();
  const chain = isTimed ? createChain(yardstick) : null;
  return { scheduling: createSchedulingClock(), yardstick, waking, processor, chain };
}

/** Runs one batch of a trial between two readings of all instruments, then lets the path settle. */
export async function measureBatch(
  { candidate, repeats }: Trial,
  operations: number,
  { scheduling, yardstick, waking, processor }: Instruments,
): Promise<RawBatch> {
  candidate.runtime.repeat(repeats);
  const wakingBefore = waking?.();
  const yardstickBefore = yardstick();
  const before = scheduling();
  const ranBefore = processor?.();
  const bytesBefore = heapBytes();
  const startMs = now();
  const wholeNs = await runOperations(candidate, operations);
  const endMs = now();
  const bytesAfter = heapBytes();
  const after = scheduling();
  const yardstickNs = Math.max(yardstickBefore, yardstick());
  const wakingNs = waking && Math.max(wakingBefore ?? 0, waking());
  const spans = candidate.runtime.take();
  const settlingFrom = scheduling();
  await settle(candidate);
  const settlingPreemptedNs = preemptedBetween(settlingFrom, scheduling());
  const ranAfter = processor?.();
  return {
    startMs,
    endMs,
    settledMs: now(),
    repeats: candidate.runtime.repeats(),
    wholeNs,
    yardstickNs,
    wakingNs,
    ranNs: ranBefore === undefined || ranAfter === undefined ? null : ranAfter - ranBefore,
    preemptedNs: preemptedBetween(before, after),
    settlingPreemptedNs,
    grownBytes: bytesAfter - bytesBefore,
    grownSettlingBytes: heapBytes() - bytesAfter,
    spans,
  };
}

/** A variant's batches with the pauses inside them. */
export function withAllPauses(
  id: string,
  batches: readonly RawBatch[],
  pauses: readonly Collection[],
): VariantMeasurement {
  return { id, batches: batches.map((batch) => withPauses(batch, pauses)) };
}

function withPauses(raw: RawBatch, pauses: readonly Collection[]): Batch {
  const { endMs, settledMs, grownBytes, grownSettlingBytes, ...batch } = raw;
  const inside = collectionsWithin(pauses, batch.startMs, endMs);
  const settling = collectionsWithin(pauses, endMs, settledMs);
  return {
    ...batch,
    ...inside,
    settlingCollections: settling.collections,
    settlingCollectionNs: settling.collectionNs,
    allocatedBytes: inside.collections === 0 ? grownBytes : null,
    settlingBytes: settling.collections === 0 ? grownSettlingBytes : null,
  };
}
