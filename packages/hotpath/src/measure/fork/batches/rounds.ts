import type { ChainReading } from '../../../model/measurement/measurement.js';
import { shuffled } from '../../../stats/random.js';
import type { MeasureJob } from '../../job.js';
import { now } from '../processor/disturbances.js';
import { type Instruments, measureBatch, type RawBatch } from './batch.js';
import type { Trial } from './trial.js';

/** The batches of each trial. */
export type BatchesByTrial = ReadonlyMap<Trial, readonly RawBatch[]>;

/** What the rounds measured. */
export interface Rounds {
  readonly batches: BatchesByTrial;
  readonly chain: readonly ChainReading[];
}

/** Measures rounds of batches in random order, by the job's times and its rule for rounds. */
export async function measureRounds(
  trials: readonly Trial[],
  operations: number,
  job: Pick<MeasureJob, 'measureMs' | 'measureMostMs' | 'rounds' | 'calm' | 'calmNs'>,
  instruments: Instruments,
  random: () => number,
  alive: (done: number) => void,
): Promise<Rounds> {
  const { fewest, calmBatches, controlBatches } = job.rounds;
  const batches = new Map<Trial, RawBatch[]>(trials.map((trial) => [trial, []]));
  const round = trials.flatMap((trial) =>
    Array.from({ length: isControl(trial) ? controlBatches : 1 }, () => trial),
  );
  const chain: ChainReading[] = [];
  const start = now();
  const spentMs = (): number => (now() - start) / round.length;
  const isOver = (rounds: number): boolean => {
    if (rounds < fewest || spentMs() < job.measureMs) return false;
    return spentMs() >= job.measureMostMs || fewestCalm([...batches.values()], job) >= calmBatches;
  };
  for (let rounds = 0; !isOver(rounds); rounds++) {
    for (const trial of shuffled(round, random)) {
      batches.get(trial)?.push(await measureBatch(trial, operations, instruments));
    }
    if (instruments.chain) chain.push(instruments.chain());
    alive(Math.min(1, spentMs() / job.measureMs));
  }
  return { batches, chain };
}

function isControl({ candidate }: Trial): boolean {
  return candidate.variant.kind === 'base' || candidate.variant.kind === 'twin';
}

/** Calm batches of the trial that has the fewest. */
function fewestCalm(
  batches: readonly (readonly RawBatch[])[],
  { calm, calmNs }: Pick<MeasureJob, 'calm' | 'calmNs'>,
): number {
  const times = batches.map((own) => own.map((batch) => batch.yardstickNs));
  const limit = calmNs ?? calm * Math.min(...times.flat());
  return Math.min(...times.map((own) => own.filter((ns) => ns <= limit).length));
}
