import type { WarmUpGoal } from '../../model/measurement/pilot.js';
import type { ForkJob, ProcessorUse } from '../job.js';
import type { TaskResults } from '../task-results.js';

/** What was decided before the fork began. */
export function decidedFor(job: ForkJob): string[] {
  switch (job.task) {
    case 'inspect':
      return [];
    case 'trace':
      return [`up to ${job.operations} operations in ${job.budgetMs} ms`];
    case 'pilot':
    case 'count':
      return [`at least ${job.budgetMs} ms`];
    case 'measure':
      return [
        warmUpText(job),
        `variants: ${job.variants.length}, ${range(job.measureMs, job.measureMostMs)} ms each, alone ${job.aloneMs} ms; ` +
          `calm limit ${job.calmNs === null ? `${job.calm} times the best of this fork` : `${job.calmNs.toFixed(0)} ns`}`,
        processorText(job),
      ];
    case 'sample':
      return [warmUpText(job), `${job.sampleMs} ms, a sample every ${job.intervalUs} µs`];
    case 'verify':
      return [
        warmUpText(job),
        `variants: ${job.variants.length}, ${job.doses.length} doses in ${job.dosed.length} places, ${job.rounds} rounds`,
        processorText(job),
      ];
  }
}

function warmUpText(job: {
  readonly warmUpMs: number;
  readonly warmUpMostMs: number;
  readonly warmUpGoal: WarmUpGoal;
}): string {
  const { operations, least, restNs } = job.warmUpGoal;
  const rest = restNs === null ? 'speed at rest unknown' : `at rest ${restNs.toFixed(0)} ns`;
  return `warm-up ${range(job.warmUpMs, job.warmUpMostMs)} ms each; goal ${operations} operations, at least ${least}, ${rest}`;
}

function processorText({ waits, keepsAwake }: ProcessorUse): string {
  return `other threads ${waits ? 'leave the processor of the path' : 'run anywhere'}; processors ${keepsAwake ? 'kept awake' : 'may sleep'}`;
}

function range(least: number, most: number): string {
  return least === most ? `${least}` : `${least} to ${most}`;
}

/** A task that a fork has done, with its result. */
export type DoneTask = {
  readonly [Task in keyof TaskResults]: { readonly task: Task; readonly result: TaskResults[Task] };
}[keyof TaskResults];

/** What the fork found, in short. */
export function foundBy({ task, result }: DoneTask): string[] {
  switch (task) {
    case 'inspect':
      return [];
    case 'trace':
      return [
        `traced ${result.operations} operations of ${result.nsPerOperation.toFixed(0)} ns, ${result.nodes.length} call-tree nodes`,
      ];
    case 'pilot':
      return [
        `course of ${result.course.length} milestones, ${result.course.at(-1)?.operations ?? 0} operations; ` +
          `processors ${result.keepsAwake ? 'to be kept awake' : 'may sleep'}`,
      ];
    case 'measure':
      return [
        `${batches(result.variants)} batches of ${result.batchOperations} operations, ${batches(result.alone)} alone; ` +
          `own processor: ${yesNo(result.ownProcessor)}, kept awake: ${yesNo(result.asleepNs !== null)}`,
      ];
    case 'sample':
      return [result.refused ?? `${result.operations} operations, ${result.stacks.length} different stacks`];
    case 'count':
      return [`${result.operations} operations in ${result.counted.length} batches`];
    case 'verify':
      return [
        `${result.trials.length} dosed trials, ${batches(result.trials)} batches of ${sizes(result.trials)} operations`,
      ];
  }
}

function batches(all: readonly { readonly batches: readonly unknown[] }[]): number {
  return all.reduce((sum, one) => sum + one.batches.length, 0);
}

function sizes(trials: readonly { readonly operations: number }[]): string {
  const operations = trials.map((trial) => trial.operations);
  return range(Math.min(...operations), Math.max(...operations));
}

function yesNo(is: boolean): string {
  return is ? 'yes' : 'no';
}
