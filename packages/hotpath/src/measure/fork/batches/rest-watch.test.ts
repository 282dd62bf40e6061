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

describe('a watch for the rest of a path', () => {
  it('wants the operations of the goal while the path is quicker or slower than at rest', () => {
    expect(watched([])).toBe(1500);
    expect(watched([160, 160, 160, 160, 160])).toBe(1500);
    expect(watched([1400, 1400, 1400])).toBe(1500);
  });

  it('wants half as many again as it took to come to rest, from when it stayed there', () => {
    expect(watched([1400, 720, 710, 690])).toBe(300);
    expect(watched([700, 160, 160, 160, 160, 700, 690, 710, 705])).toBe(1350);
  });

  it('wants as many as V8 needs to be quiet, though the path is at rest before', () => {
    const watch = createRestWatch({ ...goal, least: 1000 });
    watch.add(700, 100);
    expect(watch.wanted()).toBe(1000);
  });

  it('is not misled by a disturbed turn', () => {
    expect(watched([720, 710, 1900, 690, 2400, 700])).toBe(150);
  });

  it('wants the operations of the goal where the rest is unknown', () => {
    const watch = createRestWatch({ ...goal, restNs: null });
    watch.add(700, 100);
    expect(watch.wanted()).toBe(1500);
  });
});
