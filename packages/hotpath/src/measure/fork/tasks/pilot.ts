import { type Milestone, tellingMilestones } from '../../../model/measurement/pilot.js';
import { lostShare } from '../../../model/measurement/preemption.js';
import { calmLimit } from '../../../stats/calm-limit.js';
import type { PilotJob, VariantJob } from '../../job.js';
import { markCodeLog } from '../batches/mark-code-log.js';
import { turnOperations } from '../batches/turn-length.js';
import { createYardstick } from '../batches/yardstick.js';
import { type Candidate, prepare, runOperations, settle } from '../candidate.js';
import { inPhase } from '../load-variant.js';
import { createSchedulingClock, now, preemptedBetween } from '../processor/disturbances.js';
import { isQuicker } from '../processor/is-quicker.js';
import { keepAwake } from '../processor/keep-awake.js';
import { leaveProcessor } from '../processor/own-processor.js';

const milestoneNs = 500_000;

/** A pilot whose neighbours leave too few milestones calm has up to so many times as long. */
const most = 3;

/** How far a path came when, and whether it is quicker where processors are kept awake. */
export interface PilotedPath {
  readonly course: readonly Milestone[];
  readonly keepsAwake: boolean;
}

/**
 * Runs two copies of the untouched path, one behind the other, and notes how far the second came when. The first warms
 * up what all copies share: variants find that warm as well, as there are many of them in a process.
 */
export async function pilot(job: PilotJob, alive: () => void): Promise<PilotedPath> {
  const [first, second] = job.variants as readonly [VariantJob, VariantJob];
  const yardstick = createYardstick();
  const mostMs = (job.waits ? 1 : most) * job.budgetMs;
  await withCandidate(job, first, (candidate) =>
    courseOf(candidate, job, { mostMs: job.budgetMs, yardstick }, alive),
  );
  return withCandidate(job, second, async (candidate) => {
    markCodeLog('begin');
    const run = () => courseOf(candidate, job, { mostMs, yardstick }, alive);
    const course = await run();
    markCodeLog('end');
    return job.waits ? quickerOf(run) : { course, keepsAwake: false };
  });
}

/** Of courses of a warm path that waits, first with processors that are kept awake, then with such as may sleep. */
async function quickerOf(run: () => Promise<readonly Milestone[]>): Promise<PilotedPath> {
  const kept = await keepAwake();
  const awake = kept && (await run());
  kept?.end();
  const asleep = await run();
  return awake && isQuicker(awake, asleep)
    ? { course: awake, keepsAwake: true }
    : { course: asleep, keepsAwake: false };
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
  { mostMs, yardstick }: { readonly mostMs: number; readonly yardstick: () => number },
  alive: () => void,
): Promise<readonly Milestone[]> {
  const course: Milestone[] = [];
  const scheduling = createSchedulingClock();
  const start = now();
  let behindFirst = Number.NaN;
  let operations = 0;
  let ns = Number.NaN;
  let since = noTurns;
  while (!isOver(now() - behindFirst, budgetMs, mostMs, course)) {
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
    if (Number.isNaN(behindFirst)) {
      if (waits) leaveProcessor();
      behindFirst = now();
    }
    if (since.ns < milestoneNs) continue;
    course.push({ ms: now() - start, operations, ...perOperation(since) });
    since = noTurns;
  }
  return course;
}

/** Whether the time is over, and the course is told or can wait no longer; `spentMs` is NaN before the first turn. */
function isOver(spentMs: number, budgetMs: number, mostMs: number, course: readonly Milestone[]): boolean {
  if (spentMs >= mostMs) return true;
  return spentMs >= budgetMs && calmMilestones(course) >= tellingMilestones;
}

function calmMilestones(course: readonly Milestone[]): number {
  const limit = calmLimit(course.map(({ yardstickNs }) => yardstickNs));
  return course.filter(({ yardstickNs }) => yardstickNs <= limit).length;
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
