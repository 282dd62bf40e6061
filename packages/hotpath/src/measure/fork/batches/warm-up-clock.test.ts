import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { platform } from '../platform.js';
import { createWarmUpClock } from './warm-up-clock.js';

const job = { warmUpMs: 30, warmUpMostMs: 300, warmUpGoal: { operations: 100, least: 0, restNs: null } };

let time = 0;
const pass = (ms: number): void => {
  time += ms;
};

beforeEach(() => {
  vi.spyOn(platform, 'now').mockImplementation(() => time);
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('the time of a warm-up begins with the first call of its clock, not when the clock is created', () => {
  const isOver = createWarmUpClock(job, 1);
  pass(1000);
  expect(isOver(1000)).toBe(false);
  pass(29);
  expect(isOver(1000)).toBe(false);
  pass(2);
  expect(isOver(1000)).toBe(true);
});

it('a warm-up goes on until the operations are reached, but not beyond its longest time', () => {
  const isOver = createWarmUpClock(job, 2);
  isOver(0);
  pass(70);
  expect(isOver(99)).toBe(false);
  expect(isOver(99, 50)).toBe(true);
  pass(600);
  expect(isOver(99)).toBe(true);
});
