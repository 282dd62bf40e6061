import { expect, it } from 'vitest';
import type { Milestone } from '../../../model/measurement/pilot.js';
import { isQuicker } from './is-quicker.js';

const courseOf = (ns: number, lostShare = 0): Milestone[] =>
  Array.from({ length: 9 }, (_, index) => ({
    ms: index,
    operations: index,
    ns: ns + index,
    yardstickNs: 1,
    lostShare,
  }));

it('a course is faster if its median without pre-emption is shorter by a fifth', () => {
  expect(isQuicker(courseOf(1000), courseOf(2000))).toBe(true);
  expect(isQuicker(courseOf(1000), courseOf(1100))).toBe(false);
  expect(isQuicker(courseOf(2000), courseOf(1000))).toBe(false);
  // A thread that shares its processor with the one it waits for is faster, whether processors are kept awake or not.
  expect(isQuicker(courseOf(3000), [...courseOf(5000), ...courseOf(400, 0.3)])).toBe(true);
  expect(isQuicker([...courseOf(5000), ...courseOf(400, 0.3)], courseOf(3000))).toBe(false);
  expect(isQuicker(courseOf(1000, 0.3), courseOf(3000))).toBe(false);
});
