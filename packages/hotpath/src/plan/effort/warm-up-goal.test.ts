import { describe, expect, it } from 'vitest';
import type { Milestone } from '../../model/measurement/pilot.js';
import { seededRandom } from '../../stats/random.js';
import { warmUpGoal } from './warm-up-goal.js';

/** One milestone per ms, of 100 operations each, at the given levels for some milestones each. */
function courseOf(
  ...levels: readonly (readonly [ns: number, milestones: number, yardstickNs?: number])[]
): Milestone[] {
  const random = seededRandom(7);
  const times = levels.flatMap(([ns, many, yardstickNs = 4000]) =>
    Array.from({ length: many }, () => ({ ns: ns * (1 + 0.01 * random()), yardstickNs, lostShare: 0 })),
  );
  return times.map((time, index) => ({ ms: index + 1, operations: 100 * (index + 1), ...time }));
}

/** 1.5 times the operations before a milestone. */
const after = (milestones: number): number => 150 * (milestones + 1);

describe('the goal of a warm-up', () => {
  it('is 1.5 times the operations after which the path kept its last level', () => {
    const course = courseOf([500, 20], [200, 60], [900, 100]);
    expect(warmUpGoal({ course, compiledAtMs: [0.4, 19.5, 79.5] }, false).operations).toBe(after(80));
    expect(warmUpGoal({ course, compiledAtMs: null }, false).operations).toBe(after(80));
  });

  it('is 0 where V8 compiles nothing', () => {
    expect(warmUpGoal({ course: courseOf([500, 200]), compiledAtMs: [] }, false).operations).toBe(0);
    expect(warmUpGoal({ course: [], compiledAtMs: [] }, false).operations).toBe(0);
  });

  it('is where V8 first pauses its compilations for long, although no level changes', () => {
    const course = courseOf([500, 400]);
    const goalFor = (...compiledAtMs: number[]): number =>
      warmUpGoal({ course, compiledAtMs }, false).operations;
    expect(goalFor(0.5, 5.5, 59.5)).toBe(after(59));
    expect(goalFor(0.5, 5.5, 59.5, 170)).toBe(after(59));
    expect(warmUpGoal({ course, compiledAtMs: [0.5, 59.5] }, false).least).toBe(6000);
    // A pause has to be as long as the time before it: after 160 ms, one of 150 ms is too short.
    expect(goalFor(0.5, 80, 159.5, 300)).toBe(0);
  });

  it('is taken from the middle of the pilot where neither levels nor compilations show it', () => {
    const compiledAtMs = Array.from({ length: 200 }, (_, ms) => ms + 0.5);
    const course = courseOf([500, 180, 7000], [200, 20]);
    expect(warmUpGoal({ course, compiledAtMs }, false).operations).toBe(15_000);
  });

  it('ignores a change of level without a compilation, which is caused by the machine', () => {
    const course = courseOf([500, 20], [200, 60], [300, 100]);
    expect(warmUpGoal({ course, compiledAtMs: [19.5, 150] }, false).operations).toBe(after(20));
  });

  it('ignores a thread that shares the processor for a while', () => {
    const compiledAtMs = Array.from({ length: 250 }, (_, ms) => ms + 0.5);
    const steady = courseOf([500, 40], [200, 210]);
    const course = steady.map((milestone, index) =>
      index < 200 && index % 4 > 0 ? { ...milestone, ns: 70, lostShare: 0.3 } : milestone,
    );
    const goal = warmUpGoal({ course, compiledAtMs }, false);
    expect(goal.operations).toBe(after(40));
    expect(goal.restNs).toBeCloseTo(200, -1);
  });

  it('is half of the pilot where the path waits, but at least 3,000 operations, whatever the levels are', () => {
    const course = courseOf([500, 20], [200, 60], [900, 100]);
    expect(warmUpGoal({ course, compiledAtMs: [] }, true)).toEqual({
      operations: 9000,
      least: 0,
      restNs: null,
    });
    expect(warmUpGoal({ course: courseOf([9000, 20]), compiledAtMs: [] }, true).operations).toBe(3000);
    expect(warmUpGoal({ course: [], compiledAtMs: null }, true).operations).toBe(0);
  });

  it('ignores a neighbour that slows the yardstick too', () => {
    const compiledAtMs = [19.5, 139.5];
    const busy = 7000;
    const course = courseOf([500, 20], [200, 120], [340, 20, busy], [200, 40], [340, 40, busy]);
    const goal = warmUpGoal({ course, compiledAtMs }, false);
    expect(goal.operations).toBe(after(20));
    expect(goal.restNs).toBeCloseTo(200, -1);
  });

  it('does not mistake a neighbour that the yardstick does not show for slower code', () => {
    const course = courseOf([200, 150], [200, 100]).map((milestone, index) =>
      index < 150 && index % 3 > 0 ? { ...milestone, ns: 2 * milestone.ns } : milestone,
    );
    expect(warmUpGoal({ course, compiledAtMs: [149.5] }, false).operations).toBe(0);
  });

  it('is decided by the times of compilations where the machine was rarely calm', () => {
    const early = Array.from({ length: 19 }, (_, index) => index + 0.5);
    const compiledAtMs = [...early, 150];
    const busy = 7000;
    const course = courseOf([500, 20, busy], [400, 180, busy], [200, 20]);
    const goal = warmUpGoal({ course, compiledAtMs }, false);
    expect(goal.operations).toBeGreaterThanOrEqual(after(17));
    expect(goal.operations).toBeLessThanOrEqual(after(20));
    expect(goal.restNs).toBeCloseTo(200, -1);
  });
});
