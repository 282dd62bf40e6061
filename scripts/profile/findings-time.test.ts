import { expect, it } from 'vitest';
import { type FindingsTime, findingsTime } from './findings-time.js';

let ms = 0;

function begin(budgetMs: number | null): FindingsTime {
  const time = findingsTime(budgetMs, 'default', () => ms);
  ms += 100;
  time.costStudiesDone();
  return time;
}

it('gives the subjects what recommendations will not need', () => {
  const time = begin(1000);
  expect(time.forSubjects()).toBeCloseTo(840);
  ms += 100;
  expect(time.forSubjects()).toBeCloseTo(740);
});

it('leaves recommendations out after subjects that took too long', () => {
  const time = begin(1000);
  ms += 845;
  expect(time.canScore()).toBe(true);
  ms += 10;
  expect(time.canScore()).toBe(false);
});

it('sets no limit without a budget', () => {
  const time = begin(null);
  ms += 1e9;
  expect(time.forSubjects()).toBeNull();
  expect(time.canScore()).toBe(true);
});

it('gives the subjects 1 ms when the cost studies took the whole budget', () => {
  expect(begin(100).forSubjects()).toBe(1);
});
