import type { VariantMeasurement } from '../../../model/measurement/measurement.js';
import { seededRandom, shuffled } from '../../../stats/random.js';
import type { MeasureJob } from '../../job.js';
import type { MeasuredFork } from '../../task-results.js';
import { createInstruments, withAllPauses } from '../batches/batch.js';
import { operationsPerBatch } from '../batches/batch-size.js';
import { markCodeLog } from '../batches/mark-code-log.js';
import { rehearse } from '../batches/rehearse.js';
import { type BatchesByTrial, measureRounds } from '../batches/rounds.js';
import { type WarmedUp, warmUp } from '../batches/warm-up.js';
import { type Candidate, prepare } from '../candidate.js';
import { driverCost } from '../driver.js';
import type { TaskReport } from '../fork-log.js';
import { inPhase } from '../load-variant.js';
import { type Collection, now, pausesByKind, watchCollections } from '../processor/disturbances.js';
import { watchMachine } from '../processor/machine-use.js';
import { measureOccupancy } from '../processor/occupancy.js';
import { leaveProcessor } from '../processor/own-processor.js';
import { wakeProcessors } from '../processor/wake-processors.js';
import { createWakingYardstick } from '../processor/waking.js';
import { measureAlone } from './measure-alone.js';

/** Warms all variants up together, then measures batches of them in random order. */
export async function measure(job: MeasureJob, { alive, reached }: TaskReport): Promise<MeasuredFork> {
  const random = seededRandom(job.seed);
  const waking = job.waits ? createWakingYardstick() : null;
  const candidates: Candidate[] = [];
  for (const variant of shuffled(job.variants, random)) candidates.push(await prepare(job, variant));
  reached('loaded');
  placeThreads(job);
  const { awake, asleepNs } = await wakeProcessors(job, waking);
  const warm = await warmUp(candidates, job, alive);
  const batchOperations = batchOperationsOf(job, warm);
  await rehearse(warm.trials, batchOperations, alive);
  const ownProcessor = placeThreads(job);
  const isTimed = candidates.some(({ variant }) => variant.kind === 'timer');
  const instruments = createInstruments({ waking, isTimed });
  reached('warmed up');
  const collections = watchCollections();
  const machine = watchMachine(awake?.processes);
  const measuredFromMs = now();
  markCodeLog('begin');
  const rounds = await measureRounds(warm.trials, batchOperations, job, instruments, random, alive);
  markCodeLog('end');
  const use = machine();
  const pauses = await collections.stop();
  reached('measured');
  const alone = await measureAlone(rounds.batches, batchOperations, job.aloneMs, random, alive);
  const occupancy = await measureOccupancy(baseOf(candidates), batchOperations);
  awake?.end();
  for (const { spec, context } of candidates) await inPhase('teardown', () => spec.teardown(context));
  return {
    batchOperations,
    variants: candidates.map((candidate) => measurementOf(candidate, rounds.batches, pauses)),
    alone: alone.variants,
    pauses: pausesByKind(alone.pauses.length > 0 ? alone.pauses : pauses),
    ownProcessor,
    asleepNs,
    machine: use,
    measuredFromMs,
    occupancy,
    chain: rounds.chain,
    driverNs: await driverCost(job.async, batchOperations),
  };
}

/** The threads of a path that waits stay where they are put; those that began since the last call are put there too. */
function placeThreads({ waits }: MeasureJob): boolean {
  return waits && leaveProcessor();
}

/** The pilot's speed counts where it was faster: after a disturbed warm-up, batches would be shorter and operations more expensive. */
function batchOperationsOf(
  { batchMs, warmUpGoal, waits }: MeasureJob,
  { nsPerOperation, bytesPerOperation }: WarmedUp,
): number {
  const restNs = Math.min(nsPerOperation, warmUpGoal.restNs ?? nsPerOperation);
  return operationsPerBatch(batchMs * 1e6, restNs, bytesPerOperation, waits);
}

/** The untouched path; without one, the first candidate. */
function baseOf(candidates: readonly Candidate[]): Candidate {
  return candidates.find(({ variant }) => variant.kind === 'base') ?? (candidates[0] as Candidate);
}

/** A candidate's batches in all its trials. */
function measurementOf(
  candidate: Candidate,
  batches: BatchesByTrial,
  pauses: readonly Collection[],
): VariantMeasurement {
  const own = [...batches].filter(([trial]) => trial.candidate === candidate);
  return withAllPauses(
    candidate.variant.id,
    own.flatMap(([, of]) => of),
    pauses,
  );
}
