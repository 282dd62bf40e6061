import { expect, it } from 'vitest';
import { type FindingsTime, findingsTime } from './findings-time.js';

let ms = 0;

function begin(budgetMs: number | null): FindingsTime {
  const time = findingsTime(budgetMs, 'default', () => ms);
  ms += 100;
  time.experimentsDone();
  return time;
}

it('leaves the subjects what recommendations will not need', () => {
  const time = begin(1000);
  expect(time.forSubjects()).toBeCloseTo(840);
  ms += 100;
  expect(time.forSubjects()).toBeCloseTo(740);
});

it('leaves recommendations out when the subjects took their time', () => {
  const time = begin(1000);
  ms += 845;
  expect(time.canScore()).toBe(true);
  ms += 10;
  expect(time.canScore()).toBe(false);
});

it('has all the time without a budget', () => {
  const time = begin(null);
  ms += 1e9;
  expect(time.forSubjects()).toBeNull();
  expect(time.canScore()).toBe(true);
});

it('has a little time for subjects when the experiments took it all', () => {
  expect(begin(100).forSubjects()).toBe(1);
});
