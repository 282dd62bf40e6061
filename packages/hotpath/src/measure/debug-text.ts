import type { WarmUpGoal } from '../model/measurement/pilot.js';
import type { ForkLog, StepName } from './fork-message.js';
import type { ForkJob, ProcessorUse } from './job.js';
import type { EndedFork, Exit } from './run-fork.js';
import type { TaskResults } from './task-results.js';

/**
 * What a fork did, as HOTPATH_DEBUG=1 prints it: a line with the time of each step in ms, and below it what was decided for
 * it and what it found.
 */
export function debugText(number: number, job: ForkJob, fork: EndedFork, jobFile: string): string {
  const { outcome, tookMs, pid, flags } = fork;
  const log = 'log' in outcome ? outcome.log : null;
  const head = [
    `fork ${String(number).padStart(3)}  ${job.task.padEnd(7)}  pid ${String(pid ?? '-').padEnd(7)}`,
    ...stepTimes(log, tookMs).map(
      ([name, ms]) => `${name} ${(ms === null ? '-' : ms.toFixed(0)).padStart(5)}`,
    ),
    endOf(fork),
  ];
  const allFlags = [...flags, ...(log?.v8Flags ?? [])];
  const facts = [
    ...decided(job),
    ...(outcome.kind === 'result' ? found({ task: job.task, result: outcome.value } as Done) : []),
    ...(allFlags.length > 0 ? [`flags ${allFlags.join(' ')}`] : []),
    `job ${jobFile}`,
  ];
  return `${head.join('  ')}\n${facts.map((fact) => `          ${fact}\n`).join('')}`;
}

const columns: Readonly<Record<StepName, string>> = {
  loaded: 'load',
  'warmed up': 'warm up',
  measured: 'measure',
  done: 'finish',
};

/** How long each step took, ms; null for steps that the fork does not have or did not reach. */
function stepTimes(log: ForkLog | null, tookMs: number): [name: string, ms: number | null][] {
  let since = log?.beganMs ?? 0;
  const times = Object.entries(columns).map(([step, name]): [string, number | null] => {
    const at = log?.steps.find((one) => one.name === step)?.atMs;
    if (at === undefined) return [name, null];
    const ms = at - since;
    since = at;
    return [name, ms];
  });
  return [['start', log?.beganMs ?? null], ...times, ['total', tookMs]];
}

function endOf({ outcome, exit }: EndedFork): string {
  switch (outcome.kind) {
    case 'result':
    case 'ended':
      return exitText(exit);
    case 'failed':
      return `failed in ${outcome.phase}: ${outcome.message}`;
    case 'silent':
      return 'silent for too long, killed';
    case 'interrupted':
      return 'interrupted, killed';
  }
}

function exitText({ code, signal }: Exit): string {
  if (code === null && signal === null) return 'did not end, killed';
  return signal === null ? `exit ${code}` : `signal ${signal}`;
}

/** What was decided before the fork began. */
function decided(job: ForkJob): string[] {
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
        `${job.variants.length} variants, ${range(job.measureMs, job.measureMostMs)} ms each, alone ${job.aloneMs} ms; ` +
          `calm limit ${job.calmNs === null ? `${job.calm} times the best of this fork` : `${job.calmNs.toFixed(0)} ns`}`,
        processorText(job),
      ];
    case 'sample':
      return [warmUpText(job), `${job.sampleMs} ms, a sample every ${job.intervalUs} µs`];
    case 'verify':
      return [
        warmUpText(job),
        `${job.variants.length} variants, ${job.doses.length} doses in ${job.dosed.length} places, ${job.rounds} rounds`,
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
  return `the path ${waits ? 'waits' : 'does not wait'}; processors ${keepsAwake ? 'kept awake' : 'may sleep'}`;
}

function range(least: number, most: number): string {
  return least === most ? `${least}` : `${least} to ${most}`;
}

/** A task that a fork has done, with its result. */
type Done = {
  readonly [Task in keyof TaskResults]: { readonly task: Task; readonly result: TaskResults[Task] };
}[keyof TaskResults];

/** What the fork found, in short. */
function found({ task, result }: Done): string[] {
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
      return [`${result.operations} operations in ${result.coverages.length} batches`];
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
