import { describe, expect, it } from 'vitest';
import { inUnit, perOperation, timeUnit } from './units.js';

describe('a duration', () => {
  it('is written in the unit that suits it', () => {
    expect(
      [0.4, 999, 1000, 279_000, 5e6].map((ns) => `${inUnit(ns, timeUnit(ns))} ${timeUnit(ns).name}`),
    ).toEqual(['0.4 ns', '999.0 ns', '1.000 µs', '279.00 µs', '5.000 ms']);
  });

  it('is never a negative zero, and is "?" when it is not finite', () => {
    expect(inUnit(-0.0004, timeUnit(1))).toBe('0.0');
    expect(inUnit(Number.POSITIVE_INFINITY, timeUnit(1))).toBe('?');
  });
});

it('executions per operation have two decimals, or two significant digits when they are rare', () => {
  expect([1, 0.1, 2.5, 0.001].map(perOperation)).toEqual(['1', '0.10', '2.50', '0.0010']);
});
