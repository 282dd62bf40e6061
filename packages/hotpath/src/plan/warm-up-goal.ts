import { type Milestone, type Pilot, tellingMilestones, type WarmUpGoal } from '../model/pilot.js';
import { preemptedShare } from '../model/preemption.js';
import { calmLimit } from '../stats/calm-limit.js';
import { changePoints } from '../stats/change-points.js';
import { quantile } from '../stats/summary.js';

/** Levels whose logarithms differ by less are the same. */
const same = 0.1;

/** Variants have code of their own, which V8 need not compile after as many operations as that of the path alone. */
const margin = 1.5;

/** Fewer milestones that were not pre-empted tell no course. */
const fewestRunning = 16;

/** At rest, this share of the milestones is calm at least. */
const calmShare = 0.1;

/** Where levels cannot be told apart, a path is warm when V8 has compiled this share of what it compiles at all. */
const nearlyAll = 0.9;

/** How many milestones lie between a compilation and the change of level that it makes, at most. */
const near = 3;

/** A path that waits is warm when half of the pilot has passed: docs/adr/0016. */
const warmShare = 0.5;

/** Operations after which the code of every variant should run as fast as it ever will, and how fast that is. */
export function warmUpGoal(pilot: Pilot, waits: boolean): WarmUpGoal {
  return waits ? goalOfWaiting(pilot) : goalOfComputing(pilot);
}

/**
 * The thread that a path waits for has code of its own, which no log tells of; and the path's time tells nothing of it either:
 * it rises before it falls.
 */
function goalOfWaiting({ course }: Pilot): WarmUpGoal {
  return { operations: Math.ceil(warmShare * (course.at(-1)?.operations ?? 0)), restNs: null };
}

function goalOfComputing({ course, compiledAtMs }: Pilot): WarmUpGoal {
  const calm = calmPart(runningPart(course));
  const from = restsFrom(calm, compiledAtMs);
  const times = calm.slice(from).map(({ ns }) => ns);
  const isTold = calm.length >= Math.min(tellingMilestones, course.length) || compiledAtMs === null;
  const lastChange = from === 0 ? undefined : calm[from];
  const warmAt = isTold ? lastChange : compiledBy(course, compiledAtMs);
  return {
    operations: Math.ceil(margin * (warmAt?.operations ?? 0)),
    restNs: times.length === 0 ? null : quantile(times, calmShare),
  };
}

/** The milestone by which V8 had compiled nearly all that it did. */
function compiledBy(course: readonly Milestone[], compiledAtMs: readonly number[]): Milestone | undefined {
  const by = quantile(compiledAtMs, nearlyAll);
  return course.find(({ ms }) => ms >= by);
}

/**
 * Those during which the thread had its processor. A path that waits for another thread takes a third of the time while
 * the two share one, and changes between both from one millisecond to the next: no code does that.
 */
function runningPart(course: readonly Milestone[]): readonly Milestone[] {
  const running = course.filter(({ lostShare }) => lostShare <= preemptedShare);
  return running.length >= Math.min(fewestRunning, course.length) ? running : course;
}

/** Those during which the machine was as calm as it came to be. */
function calmPart(course: readonly Milestone[]): Milestone[] {
  const limit = calmLimit(course.map(({ yardstickNs }) => yardstickNs));
  return course.filter(({ yardstickNs }) => yardstickNs <= limit);
}

/**
 * The milestone from which the path kept its last level. Code that is compiled later and changes no level does not
 * matter, and neither does a change that no compilation made: that was the machine.
 */
function restsFrom(course: readonly Milestone[], compiledAtMs: Pilot['compiledAtMs']): number {
  const starts = changePoints(course.map(({ ns }) => ns));
  const levels = [0, ...starts].map((start, index) => levelOf(course.slice(start, starts[index])));
  const last = levels.at(-1) as number;
  const changes = starts.filter(
    (start, index) =>
      Math.abs(Math.log((levels[index] as number) / last)) > same && isCompiled(start, course, compiledAtMs),
  );
  return changes.at(-1) ?? 0;
}

/** What milestones take where nothing disturbs them: a neighbour who comes and goes changes their middle, and not this. */
function levelOf(stretch: readonly Milestone[]): number {
  return quantile(
    stretch.map(({ ns }) => ns),
    calmShare,
  );
}

/** Whether V8 compiled something shortly before a milestone. */
function isCompiled(at: number, course: readonly Milestone[], compiledAtMs: Pilot['compiledAtMs']): boolean {
  if (compiledAtMs === null) return true;
  const from = course[at - near]?.ms ?? 0;
  const to = (course[at + 1] ?? (course[at] as Milestone)).ms;
  return compiledAtMs.some((ms) => ms >= from && ms <= to);
}
