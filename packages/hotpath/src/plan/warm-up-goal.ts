import {
  type Milestone,
  type Pilot,
  tellingMilestones,
  type WarmUpGoal,
} from '../model/measurement/pilot.js';
import { preemptedShare } from '../model/measurement/preemption.js';
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

/** How many milestones lie between a compilation and the change of level that it makes, at most. */
const near = 3;

/** In the first milliseconds V8 pauses between its tiers; a pause that is shorter is not the end, ms. */
const quietMs = 100;

/** A path that waits is warm when half of the pilot has passed, and so is one of which nothing tells: docs/adr/0016. */
const warmShare = 0.5;

/** Operations after which the code of every variant should run as fast as it ever will, and how fast that is. */
export function warmUpGoal(pilot: Pilot, waits: boolean): WarmUpGoal {
  return waits ? goalOfWaiting(pilot) : goalOfComputing(pilot);
}

/** V8 counts executions: on a machine that is slow to wake threads, half a pilot holds too few of them (docs/adr/0024). */
const fewestWaiting = 3000;

/**
 * The thread that a path waits for has code of its own, which no log tells of; and the path's time tells nothing of it either:
 * it rises before it falls.
 */
function goalOfWaiting({ course }: Pilot): WarmUpGoal {
  const ran = course.at(-1)?.operations ?? 0;
  const operations = ran === 0 ? 0 : Math.max(fewestWaiting, Math.ceil(warmShare * ran));
  return { operations, least: 0, restNs: null };
}

function goalOfComputing({ course, compiledAtMs }: Pilot): WarmUpGoal {
  const calm = calmPart(runningPart(course));
  const from = restsFrom(calm, compiledAtMs);
  const times = calm.slice(from).map(({ ns }) => ns);
  const isTold = calm.length >= Math.min(tellingMilestones, course.length) || compiledAtMs === null;
  const lastChange = from === 0 || !isTold ? 0 : (calm[from]?.operations ?? 0);
  const whole = course.at(-1)?.operations ?? 0;
  const seen = quietFrom(course, compiledAtMs ?? []);
  const quiet = seen ?? (isTold ? 0 : warmShare * whole);
  return {
    operations: Math.ceil(margin * Math.max(lastChange, quiet)),
    least: seen ?? 0,
    restNs: times.length === 0 ? null : quantile(times, calmShare),
  };
}

/**
 * Operations behind which V8 made and threw away none of the path's code for as long as all had taken until then; null
 * where the pilot saw no such time. It hardly depends on neighbours: they change neither how often code runs nor what it has seen.
 */
function quietFrom(course: readonly Milestone[], compiledAtMs: readonly number[]): number | null {
  const endMs = course.at(-1)?.ms ?? 0;
  const times = [...compiledAtMs].sort((a, b) => a - b);
  const index = times.findIndex((ms, at) => (times[at + 1] ?? endMs) - ms >= Math.max(ms, quietMs));
  if (index < 0) return times.length === 0 ? 0 : null;
  return course.find(({ ms }) => ms >= (times[index] as number))?.operations ?? null;
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
