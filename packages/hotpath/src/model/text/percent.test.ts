import { expect, it } from 'vitest';
import { percent } from './percent.js';

it('a percentage has one digit and no space, and never a negative zero', () => {
  expect([0.458, 1, 0.0004, -0.028, -0.00001].map(percent)).toEqual([
    '45.8%',
    '100.0%',
    '0.0%',
    '-2.8%',
    '0.0%',
  ]);
});
