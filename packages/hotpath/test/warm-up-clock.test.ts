import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createWarmUpClock } from '../src/measure/fork/warm-up-clock.js';

const job = { warmUpMs: 30, warmUpGoal: { operations: 100, restNs: null } };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

it('counts the time of a warm-up from its first question, not from its making', () => {
  const isOver = createWarmUpClock(job, 1);
  vi.advanceTimersByTime(1000);
  expect(isOver(1000)).toBe(false);
  vi.advanceTimersByTime(29);
  expect(isOver(1000)).toBe(false);
  vi.advanceTimersByTime(2);
  expect(isOver(1000)).toBe(true);
});

it('goes on until the operations are reached, up to ten times as long', () => {
  const isOver = createWarmUpClock(job, 2);
  isOver(0);
  vi.advanceTimersByTime(70);
  expect(isOver(99)).toBe(false);
  expect(isOver(99, 50)).toBe(true);
  vi.advanceTimersByTime(600);
  expect(isOver(99)).toBe(true);
});
