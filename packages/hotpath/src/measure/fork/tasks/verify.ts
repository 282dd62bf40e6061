import type { Dose, DosedTrial } from '../../../model/measurement/verification.js';
import { seededRandom, shuffled } from '../../../stats/random.js';
import { quantile } from '../../../stats/summary.js';
import type { VariantJob, VerifyJob } from '../../job.js';
import { createInstruments, measureBatch, type RawBatch, withAllPauses } from '../batches/batch.js';
import { createWarmUpClock } from '../batches/warm-up-clock.js';
import { type Candidate, prepare, runOperations, settle } from '../candidate.js';
import { createDriver } from '../driver.js';
import { inPhase } from '../load-variant.js';
import { createDoseRuntime, type DoseRuntime } from '../probes/dose-runtime.js';
import { watchCollections } from '../processor/disturbances.js';
import { keepAwake } from '../processor/keep-awake.js';
import { leaveProcessor } from '../processor/own-processor.js';
import { operationsPerBatch } from './measure.js';

/** A candidate, the place that it times, and its doses by place. */
interface Dosable {
  readonly candidate: Candidate;
  readonly timed: number;
  readonly doses: ReadonlyMap<number, DoseRuntime>;
}

interface Trial extends Pick<DosedTrial, 'timed' | 'dose' | 'dosed' | 'operations'> {
  readonly dosable: Dosable;
  readonly batches: RawBatch[];
}

/** Stands for the dose alone where a place is asked for. */
const alone = -2;

/** Measures the path with each dose in each place, timing each place: what was put in must come out there and only there. */
export async function verify(
  job: VerifyJob,
  alive: (done: number) => void,
): Promise<{ trials: DosedTrial[] }> {
  const random = seededRandom(job.seed);
  const dosables = [dosesAlone(job)];
  for (const variant of shuffled(job.variants, random)) dosables.push(await prepareDosable(job, variant));
  if (job.waits) leaveProcessor();
  const awake = job.keepsAwake ? await keepAwake() : null;
  const nsPerOperation = await warmUp(dosables, job, () => alive(0));
  const turnsPerNs = await calibrate(dosables[0] as Dosable);
  const trials = dosables.flatMap((dosable) => trialsOf(dosable, job, nsPerOperation));
  const collections = watchCollections();
  const instruments = createInstruments();
  for (let round = 0; round < job.rounds; round++) {
    const undosed = trials.filter((trial) => trial.dose === -1);
    const extra = Array.from({ length: undosedShare - 1 }, () => undosed).flat();
    for (const trial of shuffled([...trials, ...extra], random)) {
      setDoses(trial, job.doses[trial.dose] ?? null, turnsPerNs);
      const once = { candidate: trial.dosable.candidate, repeats: 0 };
      trial.batches.push(await measureBatch(once, trial.operations, instruments));
    }
    alive((round + 1) / job.rounds);
  }
  const pauses = await collections.stop();
  awake?.end();
  for (const { candidate } of dosables.slice(1))
    await inPhase('teardown', () => candidate.spec.teardown(candidate.context));
  return {
    trials: trials.map(({ timed, dose, dosed, operations, batches }) => ({
      timed,
      dose,
      dosed,
      operations,
      batches: withAllPauses('', batches, pauses).batches,
    })),
  };
}

async function prepareDosable(job: VerifyJob, variant: VariantJob): Promise<Dosable> {
  const doses = new Map(job.dosed.map((place) => [place, createDoseRuntime(`${variant.id} ${place}`)]));
  const candidate = await prepare({ ...job, extras: Object.fromEntries(doses) }, variant);
  const timed = Object.entries(variant.uses).find(([, use]) => use === 'span')?.[0];
  return { candidate, timed: timed === undefined ? -1 : Number(timed), doses };
}

/** A path that is nothing but the dose. */
function dosesAlone(job: VerifyJob): Dosable {
  const runtime = createDoseRuntime('alone');
  const nothing = (): void => {};
  const variant = job.variants[0] as VariantJob;
  const run = job.async ? async () => runtime.dose() : runtime.dose;
  const candidate: Candidate = {
    variant,
    spec: {
      name: '',
      sources: null,
      functions: [],
      repeatable: [],
      operations: {},
      named: [],
      replacements: [],
      setup: nothing,
      run,
      settle: null,
      teardown: nothing,
    },
    context: undefined,
    runtime: { timer: null, take: () => [], repeat: nothing },
    driver: createDriver('alone', run, job.async, null),
  };
  return { candidate, timed: alone, doses: new Map([[alone, runtime]]) };
}

const warmUpOperations = 64;

/** Runs all with a little work in each place by turns, so that every dose is compiled where it stands; ns of the whole. */
async function warmUp(dosables: readonly Dosable[], job: VerifyJob, alive: () => void): Promise<number> {
  const isOver = createWarmUpClock(job, dosables.length);
  let last = 0;
  for (let turn = 0; !isOver(turn * warmUpOperations); turn++) {
    for (const { candidate, doses, timed } of dosables) {
      const places = [...doses.keys()];
      for (const [place, runtime] of doses)
        runtime.set(place === places[turn % (places.length + 1)] ? { kind: 'delay', ns: 50 } : null, 1);
      const ns = (await runOperations(candidate, warmUpOperations)) / warmUpOperations;
      if (timed === -1) last = ns;
      candidate.runtime.take();
      await settle(candidate);
    }
    alive();
  }
  return last;
}

/** Turns of the delay in a nanosecond. */
async function calibrate({ candidate, doses }: Dosable): Promise<number> {
  const turns = 4000;
  const times: number[] = [];
  for (let batch = 0; batch < 400; batch++) {
    doses.get(alone)?.set({ kind: 'delay', ns: turns }, 1);
    times.push((await runOperations(candidate, 8)) / 8);
  }
  return turns / quantile(times.slice(200), 0.25);
}

function trialsOf(dosable: Dosable, job: VerifyJob, nsPerOperation: number): Trial[] {
  const trial = (dose: number, dosed: number): Trial => {
    const size = dose === -1 ? 0 : nominalNs(job.doses[dose] as Dose);
    const whole = (dosable.timed === alone ? 0 : nsPerOperation) + size;
    return {
      dosable,
      timed: dosable.timed,
      dose,
      dosed,
      operations: operationsPerBatch(job.batchMs * 1e6, whole),
      batches: [],
    };
  };
  const given = [...dosable.doses.keys()].flatMap((place) =>
    job.doses.flatMap((dose, index) => (isAsked(dosable.timed, dose, place) ? [trial(index, place)] : [])),
  );
  return [trial(-1, -1), ...given];
}

/** Leaks are looked for with delays; waits only where they are put, objects in the whole's bytes. */
function isAsked(timed: number, { kind }: Dose, place: number): boolean {
  if (timed === alone || kind === 'delay') return true;
  return kind === 'wait' ? timed === place : timed === -1;
}

/** Every dosed trial is compared with the one without a dose, which therefore runs so many times a round. */
const undosedShare = 4;

function nominalNs(dose: Dose): number {
  if (dose.kind === 'delay') return dose.ns;
  return dose.kind === 'wait' ? 1e6 * dose.ms : 20 * dose.objects;
}

function setDoses({ dosable, dosed }: Trial, dose: Dose | null, turnsPerNs: number): void {
  for (const [place, runtime] of dosable.doses) runtime.set(place === dosed ? dose : null, turnsPerNs);
}
