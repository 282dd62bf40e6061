import type { ForkLog, StepName } from '../fork-message.js';
import type { ForkJob } from '../job.js';
import type { EndedFork, Exit } from '../run-fork.js';
import { type DoneTask, decidedFor, foundBy } from './debug-facts.js';

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
    ...decidedFor(job),
    ...(outcome.kind === 'result' ? foundBy({ task: job.task, result: outcome.value } as DoneTask) : []),
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
