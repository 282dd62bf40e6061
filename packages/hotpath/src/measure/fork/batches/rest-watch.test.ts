import { describe, expect, it } from 'vitest';
import { createRestWatch } from './rest-watch.js';

const goal = { operations: 1500, least: 0, restNs: 700 };

function watched(times: readonly number[]): number {
  const watch = createRestWatch(goal);
  times.forEach((ns, index) => {
    watch.add(ns, 100 * (index + 1));
  });
  return watch.wanted();
}

describe('the watch for a path that comes to rest', () => {
  it('wants the operations of the goal while the path is faster or slower than at rest', () => {
    expect(watched([])).toBe(1500);
    expect(watched([160, 160, 160, 160, 160])).toBe(1500);
    expect(watched([1400, 1400, 1400])).toBe(1500);
  });

  it('wants 1.5 times the operations after which the path stayed at rest', () => {
    expect(watched([1400, 720, 710, 690])).toBe(300);
    expect(watched([700, 160, 160, 160, 160, 700, 690, 710, 705])).toBe(1350);
  });

  it('wants at least the operations after which V8 stops compiling, though the path is at rest earlier', () => {
    const watch = createRestWatch({ ...goal, least: 1000 });
    watch.add(700, 100);
    expect(watch.wanted()).toBe(1000);
  });

  it('ignores single disturbed turns', () => {
    expect(watched([720, 710, 1900, 690, 2400, 700])).toBe(150);
  });

  it('wants the operations of the goal where the speed at rest is unknown', () => {
    const watch = createRestWatch({ ...goal, restNs: null });
    watch.add(700, 100);
    expect(watch.wanted()).toBe(1500);
  });
});
