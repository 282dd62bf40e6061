import type { DosedTrial } from '../../../model/measurement/verification.js';
import { seededRandom, shuffled } from '../../../stats/random.js';
import type { VerifyJob } from '../../job.js';
import type { VerifiedPath } from '../../task-results.js';
import { createInstruments, measureBatch, withAllPauses } from '../batches/batch.js';
import { type Dosable, dosesAlone, prepareDosable } from '../doses/dosable.js';
import { type RunningTrial, roundOf, setDoses, trialsOf } from '../doses/dosed-trials.js';
import { calibrateDelay, warmUpDoses } from '../doses/warm-up-doses.js';
import type { TaskReport } from '../fork-log.js';
import { inPhase } from '../load-variant.js';
import { type Collection, watchCollections } from '../processor/disturbances.js';
import { keepAwake } from '../processor/keep-awake.js';
import { leaveProcessor } from '../processor/own-processor.js';

/** Measures the path with each dose in each place while each place is timed. */
export async function verify(job: VerifyJob, { alive, reached }: TaskReport): Promise<VerifiedPath> {
  const random = seededRandom(job.seed);
  const alone = dosesAlone(job);
  const variants: Dosable[] = [];
  for (const variant of shuffled(job.variants, random)) variants.push(await prepareDosable(job, variant));
  reached('loaded');
  if (job.waits) leaveProcessor();
  const awake = job.keepsAwake ? await keepAwake() : null;
  const dosables = [alone, ...variants];
  const nsPerOperation = await warmUpDoses(dosables, job, () => alive(0));
  const turnsPerNs = await calibrateDelay(alone);
  reached('warmed up');
  const trials = dosables.flatMap((dosable) => trialsOf(dosable, job, nsPerOperation));
  const collections = watchCollections();
  await runRounds(trials, job, turnsPerNs, random, alive);
  const pauses = await collections.stop();
  reached('measured');
  awake?.end();
  for (const { candidate } of variants)
    await inPhase('teardown', () => candidate.spec.teardown(candidate.context));
  return { trials: trials.map((trial) => dosedTrial(trial, pauses)) };
}

async function runRounds(
  trials: readonly RunningTrial[],
  { rounds, doses }: VerifyJob,
  turnsPerNs: number,
  random: () => number,
  alive: (done: number) => void,
): Promise<void> {
  const instruments = createInstruments();
  for (let round = 0; round < rounds; round++) {
    for (const trial of shuffled(roundOf(trials), random)) {
      setDoses(trial, doses[trial.dose] ?? null, turnsPerNs);
      const once = { candidate: trial.dosable.candidate, repeats: 0 };
      trial.batches.push(await measureBatch(once, trial.operations, instruments));
    }
    alive((round + 1) / rounds);
  }
}

function dosedTrial(
  { timed, dose, dosed, operations, batches }: RunningTrial,
  pauses: readonly Collection[],
): DosedTrial {
  return { timed, dose, dosed, operations, batches: withAllPauses('', batches, pauses).batches };
}
