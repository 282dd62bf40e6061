import { type Milestone, tellingMilestones } from '../../../model/measurement/pilot.js';
import { lostShare } from '../../../model/measurement/preemption.js';
import { calmLimit } from '../../../stats/calm-limit.js';
import { type Candidate, runOperations, settle } from '../candidate.js';
import { createSchedulingClock, now, preemptedBetween } from '../processor/disturbances.js';
import { leaveProcessor } from '../processor/own-processor.js';
import { turnOperations } from './turn-length.js';

/** How a path's speed changes from its first operation on. */
export type Course = readonly Milestone[];

export interface CourseSettings {
  /** Shortest time, ms, without the first turn: what starts with it, such as a thread, is not part of the course. */
  readonly budgetMs: number;
  /** Longest time, ms, if too few milestones are calm until then. */
  readonly mostMs: number;
  /** Whether the path waits: other threads then leave the processor after the first turn. */
  readonly waits: boolean;
  readonly yardstick: () => number;
}

/** Time of the operations between two milestones, ns. */
const milestoneNs = 500_000;

/** Runs a path in turns and records a milestone whenever its operations have taken long enough. */
export async function courseOf(
  candidate: Candidate,
  { budgetMs, mostMs, waits, yardstick }: CourseSettings,
  alive: () => void,
): Promise<Course> {
  const course: Milestone[] = [];
  const scheduling = createSchedulingClock();
  const start = now();
  let afterFirst = Number.NaN;
  let operations = 0;
  let ns = Number.NaN;
  let since = noTurns;
  while (!isOver(now() - afterFirst, budgetMs, mostMs, course)) {
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
    if (Number.isNaN(afterFirst)) {
      if (waits) leaveProcessor();
      afterFirst = now();
    }
    if (since.ns < milestoneNs) continue;
    course.push({ ms: now() - start, operations, ...perOperation(since) });
    since = noTurns;
  }
  return course;
}

/** Whether the time is over and the course has enough calm milestones, or may wait no longer; `spentMs` is NaN before the first turn. */
function isOver(spentMs: number, budgetMs: number, mostMs: number, course: Course): boolean {
  if (spentMs >= mostMs) return true;
  return spentMs >= budgetMs && calmMilestones(course) >= tellingMilestones;
}

function calmMilestones(course: Course): number {
  const limit = calmLimit(course.map(({ yardstickNs }) => yardstickNs));
  return course.filter(({ yardstickNs }) => yardstickNs <= limit).length;
}

/** Sums over the turns since the last milestone. */
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
