import { expect, it } from 'vitest';
import { isRation } from './keep-awake.js';

it('takes a processor for rationed where its control group has a quota', () => {
  expect(['max 100000\n', '-1\n', ''].map(isRation)).toEqual([false, false, false]);
  expect(['200000 100000\n', '50000\n'].map(isRation)).toEqual([true, true]);
});
