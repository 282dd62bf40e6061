import type { ForkMeasurement } from '../../../model/measurement/measurement.js';
import { seededRandom, shuffled } from '../../../stats/random.js';
import { quantile } from '../../../stats/summary.js';
import type { MeasureJob } from '../../job.js';
import {
  createInstruments,
  type Instruments,
  measureBatch,
  type RawBatch,
  withAllPauses,
} from '../batches/batch.js';
import { markCodeLog } from '../batches/mark-code-log.js';
import { type Trial, warmUp } from '../batches/warm-up.js';
import { type Candidate, prepare, runOperations, settle } from '../candidate.js';
import { driverCost } from '../driver.js';
import { inPhase } from '../load-variant.js';
import { now, pausesByKind, watchCollections } from '../processor/disturbances.js';
import { keepAwake } from '../processor/keep-awake.js';
import { watchMachine } from '../processor/machine-use.js';
import { measureOccupancy } from '../processor/occupancy.js';
import { leaveProcessor } from '../processor/own-processor.js';
import { createWakingYardstick } from '../processor/waking.js';
import { measureAlone } from './measure-alone.js';

/** What a fork knows of itself; its parent adds its place in the plan. */
export type MeasuredFork = Omit<ForkMeasurement, 'index' | 'replicate' | 'compilation'>;

/** Warms all variants up side by side, then measures batches of them in random order. */
export async function measure(job: MeasureJob, alive: (done: number) => void): Promise<MeasuredFork> {
  const random = seededRandom(job.seed);
  const candidates: Candidate[] = [];
  const waking = job.waits ? createWakingYardstick() : null;
  for (const variant of shuffled(job.variants, random)) candidates.push(await prepare(job, variant));
  placeThreads(job);
  const asleepNs = waking && job.keepsAwake ? timeAsleep(waking) : null;
  const awake = job.keepsAwake ? await keepAwake() : null;
  const { trials, nsPerOperation, bytesPerOperation } = await warmUp(candidates, job, alive);
  // A process that warmed up beside a neighbour would choose shorter batches, whose operations are dearer.
  const calmNs = Math.min(nsPerOperation, job.warmUpGoal.restNs ?? nsPerOperation);
  const batchOperations = operationsPerBatch(job.batchMs * 1e6, calmNs, bytesPerOperation, job.waits);
  await rehearse(trials, batchOperations, alive);
  const ownProcessor = placeThreads(job);
  const instruments = createInstruments({ waking });
  const collections = watchCollections();
  const machine = watchMachine(awake?.processes);
  const measuredFromMs = now();
  markCodeLog('begin');
  const batches = await measureBatches(trials, batchOperations, job, instruments, random, alive);
  markCodeLog('end');
  const use = machine();
  const pauses = await collections.stop();
  const alone = await measureAlone(batches, batchOperations, job.aloneMs, random, alive);
  const base = candidates.find(({ variant }) => variant.kind === 'base') ?? (candidates[0] as Candidate);
  const occupancy = await measureOccupancy(base, batchOperations);
  awake?.end();
  for (const { spec, context } of candidates) await inPhase('teardown', () => spec.teardown(context));
  const variants = candidates.map((candidate) => {
    const own = trials.filter((trial) => trial.candidate === candidate);
    return withAllPauses(
      candidate.variant.id,
      own.flatMap((trial) => batches.get(trial) ?? []),
      pauses,
    );
  });
  const driverNs = await driverCost(job.async, batchOperations);
  return {
    batchOperations,
    variants,
    alone: alone.variants,
    pauses: pausesByKind(alone.pauses.length > 0 ? alone.pauses : pauses),
    ownProcessor,
    asleepNs: awake === null ? null : asleepNs,
    machine: use,
    measuredFromMs,
    occupancy,
    driverNs,
  };
}

const asleepReadings = 25;

/** What waking takes while processors may sleep, before they are kept awake: the middle one of some, ns. */
function timeAsleep(waking: () => number): number {
  return quantile(Array.from({ length: asleepReadings }, waking), 0.5);
}

/** Threads of a path that waits stay where they are put; those that began meanwhile are put there too. */
function placeThreads({ waits }: MeasureJob): boolean {
  return waits && leaveProcessor();
}

/**
 * The power of two whose batch comes closest to the wanted length. Powers of two hold whole periods of caches
 * that refill after 2^k uses: at least 128 operations, where that stays below twenty times the wanted length. A path that
 * wakes another thread is dearer in its first operations, short batches would hold little else, and processes that differ in
 * their batches would differ in their times: for one that waits it may be sixty times. But no more than allocate `mostBytes`,
 * where that leaves a tenth of the wanted length: else a collection strikes them all.
 */
export function operationsPerBatch(
  batchNs: number,
  nsPerOperation: number,
  bytesPerOperation = 0,
  waits = false,
): number {
  const wanted = batchNs / Math.max(nsPerOperation, 0.1);
  const nearest = 2 ** Math.round(Math.log2(Math.max(1, wanted)));
  const floor = powerBelow((waits ? 60 : 20) * wanted);
  const chosen = Math.min(65_536, Math.max(nearest, Math.min(128, floor)));
  const affordable = powerBelow(mostBytes / Math.max(bytesPerOperation, 1));
  return Math.min(chosen, Math.max(affordable, powerBelow(wanted / 10)));
}

/** V8's young generation holds 16 MB once it has grown, and is collected before it is full. */
const mostBytes = 4e6;

function powerBelow(value: number): number {
  return 2 ** Math.floor(Math.log2(Math.max(1, value)));
}

const rehearsalMs = 3;
const fewestRehearsals = 2;

/**
 * Runs whole batches before any counts: a path may do something else in longer ones, such as handing a full queue over,
 * and V8 throws away code that was made without having seen it.
 */
async function rehearse(
  trials: readonly Trial[],
  operations: number,
  alive: (done: number) => void,
): Promise<void> {
  for (const { candidate, repeats } of trials) {
    candidate.runtime.repeat(repeats);
    let spentNs = 0;
    for (let batch = 0; batch < fewestRehearsals || spentNs < 1e6 * rehearsalMs; batch++) {
      spentNs += await runOperations(candidate, operations);
      candidate.runtime.take();
      await settle(candidate);
    }
    alive(0);
  }
}

const fewestRounds = 10;

/** Calm batches of a trial that end a fork's measurement in time. */
const wantedCalm = 12;

/**
 * Batches of the untouched path in each round, for one of any other trial: all others are compared with it, and a
 * control deserves more observations (Dunnett, A multiple comparison procedure for comparing several treatments with a control, 1955).
 */
const controlBatches = 2;

async function measureBatches(
  trials: readonly Trial[],
  operations: number,
  job: MeasureJob,
  instruments: Instruments,
  random: () => number,
  alive: (done: number) => void,
): Promise<ReadonlyMap<Trial, readonly RawBatch[]>> {
  const batches = new Map<Trial, RawBatch[]>(trials.map((trial) => [trial, []]));
  const round = trials.flatMap((trial) =>
    Array.from({ length: isControl(trial) ? controlBatches : 1 }, () => trial),
  );
  const start = now();
  const spentMs = (): number => (now() - start) / round.length;
  const isOver = (rounds: number): boolean => {
    if (rounds < fewestRounds || spentMs() < job.measureMs) return false;
    return spentMs() >= job.measureMostMs || calmRounds([...batches.values()], job) >= wantedCalm;
  };
  for (let rounds = 0; !isOver(rounds); rounds++) {
    for (const trial of shuffled(round, random)) {
      batches.get(trial)?.push(await measureBatch(trial, operations, instruments));
    }
    alive(Math.min(1, spentMs() / job.measureMs));
  }
  return batches;
}

function isControl({ candidate }: Trial): boolean {
  return candidate.variant.kind === 'base' || candidate.variant.kind === 'twin';
}

/** Calm batches of the trial that has fewest. */
function calmRounds(batches: readonly (readonly RawBatch[])[], { calm, calmNs }: MeasureJob): number {
  const times = batches.map((own) => own.map((batch) => batch.yardstickNs));
  const limit = calmNs ?? calm * Math.min(...times.flat());
  return Math.min(...times.map((own) => own.filter((ns) => ns <= limit).length));
}
