import type { Milestone } from '../../model/pilot.js';
import { lostShare } from '../../model/preemption.js';
import type { PilotJob, VariantJob } from '../job.js';
import { type Candidate, prepare, runOperations, settle } from './candidate.js';
import { createSchedulingClock, now, preemptedBetween } from './disturbances.js';
import { inPhase } from './load-variant.js';
import { markCodeLog } from './mark-code-log.js';
import { leaveProcessor } from './own-processor.js';
import { turnOperations } from './turn-length.js';
import { createYardstick } from './yardstick.js';

const milestoneNs = 500_000;

/**
 * Runs two copies of the untouched path, one behind the other, and notes how far the second came when. The first warms
 * up what all copies share: variants find that warm as well, as there are many of them in a process.
 */
export async function pilot(job: PilotJob, alive: () => void): Promise<readonly Milestone[]> {
  const [first, second] = job.variants as readonly [VariantJob, VariantJob];
  const yardstick = createYardstick();
  const run = (candidate: Candidate): Promise<readonly Milestone[]> =>
    courseOf(candidate, job, yardstick, alive);
  await withCandidate(job, first, run);
  return withCandidate(job, second, async (candidate) => {
    markCodeLog('begin');
    const course = await run(candidate);
    markCodeLog('end');
    return course;
  });
}

async function withCandidate<T>(
  job: PilotJob,
  variant: VariantJob,
  use: (candidate: Candidate) => Promise<T>,
): Promise<T> {
  const candidate = await prepare({ ...job, edges: [] }, variant);
  const result = await use(candidate);
  await inPhase('teardown', () => candidate.spec.teardown(candidate.context));
  return result;
}

/** What starts with the first turn, such as a thread, is not in the budget. */
async function courseOf(
  candidate: Candidate,
  { budgetMs, waits }: PilotJob,
  yardstick: () => number,
  alive: () => void,
): Promise<readonly Milestone[]> {
  const course: Milestone[] = [];
  const scheduling = createSchedulingClock();
  const start = now();
  let end = Number.POSITIVE_INFINITY;
  let operations = 0;
  let ns = Number.NaN;
  let since = noTurns;
  while (now() < end) {
    const turn = turnOperations(ns);
    const before = scheduling();
    const turnNs = await runOperations(candidate, turn);
    const preemptedNs = preemptedBetween(before, scheduling()) ?? 0;
    const yardstickNs = yardstick();
    await settle(candidate);
    ns = turnNs / turn;
    operations += turn;
    since = addTurn(since, { turns: 1, operations: turn, ns: turnNs, yardstickNs, preemptedNs });
    alive();
    if (waits && end === Number.POSITIVE_INFINITY) leaveProcessor();
    end = Math.min(end, now() + budgetMs);
    if (since.ns < milestoneNs) continue;
    course.push({ ms: now() - start, operations, ...perOperation(since) });
    since = noTurns;
  }
  return course;
}

interface Turns {
  readonly turns: number;
  readonly operations: number;
  readonly ns: number;
  readonly yardstickNs: number;
  readonly preemptedNs: number;
}

const noTurns: Turns = { turns: 0, operations: 0, ns: 0, yardstickNs: 0, preemptedNs: 0 };

function addTurn(sum: Turns, one: Turns): Turns {
  return {
    turns: sum.turns + one.turns,
    operations: sum.operations + one.operations,
    ns: sum.ns + one.ns,
    yardstickNs: sum.yardstickNs + one.yardstickNs,
    preemptedNs: sum.preemptedNs + one.preemptedNs,
  };
}

function perOperation({
  turns,
  operations,
  ns,
  yardstickNs,
  preemptedNs,
}: Turns): Pick<Milestone, 'ns' | 'yardstickNs' | 'lostShare'> {
  return {
    ns: ns / operations,
    yardstickNs: yardstickNs / turns,
    lostShare: lostShare({ wholeNs: ns, preemptedNs }),
  };
}
