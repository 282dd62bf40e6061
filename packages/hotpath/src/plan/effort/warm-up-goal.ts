import {
  type Milestone,
  type Pilot,
  tellingMilestones,
  type WarmUpGoal,
} from '../../model/measurement/pilot.js';
import { preemptedShare } from '../../model/measurement/preemption.js';
import { calmLimit } from '../../stats/calm-limit.js';
import { changePoints } from '../../stats/change-points.js';
import { quantile } from '../../stats/summary.js';

/** Two levels of speed are the same if their logarithms differ by less. */
const same = 0.1;

/** Each variant has its own code, which V8 may compile after more operations than it needed in the pilot. */
const margin = 1.5;

/** A course needs this many milestones without pre-emption. */
const fewestRunning = 16;

/** At least this share of the milestones of a level is calm. */
const calmShare = 0.1;

/** Most milestones between a compilation and the change of level that it causes. */
const near = 3;

/** V8 also pauses between its tiers; a shorter pause is not the end of compilation, ms. */
const quietMs = 100;

/** A path that waits is warm after half of the pilot, and so is a path with no other evidence: docs/adr/0016. */
const warmShare = 0.5;

/** What the goal depends on. */
type Course = Pick<Pilot, 'course' | 'compiledAtMs'>;

/** The operations after which the code of every variant should run at its final speed, and that speed. */
export function warmUpGoal(pilot: Course, waits: boolean): WarmUpGoal {
  return waits ? goalOfWaiting(pilot) : goalOfComputing(pilot);
}

/** V8 counts executions, and half a pilot holds too few of them on a machine that wakes threads slowly: docs/adr/0024. */
const fewestWaiting = 3000;

/**
 * The thread that a path waits for has its own code, which is not in the log. The path's time is no evidence either, because
 * it rises before it falls.
 */
function goalOfWaiting({ course }: Course): WarmUpGoal {
  const ran = course.at(-1)?.operations ?? 0;
  const operations = ran === 0 ? 0 : Math.max(fewestWaiting, Math.ceil(warmShare * ran));
  return { operations, least: 0, restNs: null };
}

function goalOfComputing({ course, compiledAtMs }: Course): WarmUpGoal {
  const calm = calmPart(runningPart(course));
  const from = restsFrom(calm, compiledAtMs);
  const times = calm.slice(from).map(({ ns }) => ns);
  const isKnown = calm.length >= Math.min(tellingMilestones, course.length) || compiledAtMs === null;
  const lastChange = from === 0 || !isKnown ? 0 : (calm[from]?.operations ?? 0);
  const whole = course.at(-1)?.operations ?? 0;
  const seen = quietFrom(course, compiledAtMs ?? []);
  const quiet = seen ?? (isKnown ? 0 : warmShare * whole);
  return {
    operations: Math.ceil(margin * Math.max(lastChange, quiet)),
    least: seen ?? 0,
    restNs: times.length === 0 ? null : quantile(times, calmShare),
  };
}

/**
 * The operations after which V8 compiled and discarded none of the path's code for as long again as they had taken; null
 * where the pilot saw no such pause. Neighbours hardly change it: they change neither how often code runs nor its types.
 */
function quietFrom(course: readonly Milestone[], compiledAtMs: readonly number[]): number | null {
  const endMs = course.at(-1)?.ms ?? 0;
  const times = [...compiledAtMs].sort((a, b) => a - b);
  const index = times.findIndex((ms, at) => (times[at + 1] ?? endMs) - ms >= Math.max(ms, quietMs));
  if (index < 0) return times.length === 0 ? 0 : null;
  return course.find(({ ms }) => ms >= (times[index] as number))?.operations ?? null;
}

/**
 * The milestones without pre-emption. A path that waits for another thread takes a third of the time while the two share a
 * processor, and switches between both speeds within a millisecond, which no change of code does.
 */
function runningPart(course: readonly Milestone[]): readonly Milestone[] {
  const running = course.filter(({ lostShare }) => lostShare <= preemptedShare);
  return running.length >= Math.min(fewestRunning, course.length) ? running : course;
}

/** The milestones during which the machine was calm. */
function calmPart(course: readonly Milestone[]): Milestone[] {
  const limit = calmLimit(course.map(({ yardstickNs }) => yardstickNs));
  return course.filter(({ yardstickNs }) => yardstickNs <= limit);
}

/**
 * The milestone from which the path kept its last level. Ignored are compilations that change no level, and changes of level
 * without a compilation, which are the machine's.
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

/** Speed of a stretch without disturbance: a neighbour that comes and goes changes the median but not this quantile. */
function levelOf(stretch: readonly Milestone[]): number {
  return quantile(
    stretch.map(({ ns }) => ns),
    calmShare,
  );
}

/** Whether V8 compiled something shortly before or during a milestone. */
function isCompiled(at: number, course: readonly Milestone[], compiledAtMs: Pilot['compiledAtMs']): boolean {
  if (compiledAtMs === null) return true;
  const from = course[at - near]?.ms ?? 0;
  const to = (course[at + 1] ?? (course[at] as Milestone)).ms;
  return compiledAtMs.some((ms) => ms >= from && ms <= to);
}
