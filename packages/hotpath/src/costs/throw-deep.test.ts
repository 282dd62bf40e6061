import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readFrames, readStacks } from './read-error.js';
import { aggregatedError, causedError, plainError, rejectBelow, throwBelow } from './throw-deep.js';

describe('the errors that are measured', () => {
  it('are thrown at the given depth, as their stack frames show', async () => {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 40;
    try {
      expect(
        framesOf(
          'throwBelow',
          caught(() => throwBelow(25, plainError)),
        ),
      ).toBe(25);
      const rejected = await rejectBelow(12, plainError).catch((error: Error) => error);
      expect(framesOf('rejectBelow', rejected as Error)).toBe(12);
      const named = readFrames(caught(() => throwBelow(7, plainError))).map(({ name }) => name);
      expect(named.filter((name) => name === 'throwBelow')).toHaveLength(7);
      expect([throwBelow(5, null), await rejectBelow(5, null)]).toEqual([4, 4]);
    } finally {
      Error.stackTraceLimit = limit;
    }
  });

  it('have one stack for each cause and each aggregated error', () => {
    const longer = (error: Error) => readStacks(error) / readStacks(plainError());
    expect(longer(causedError(5))).toBeGreaterThan(4);
    expect(longer(aggregatedError(3))).toBeGreaterThan(3);
    expect(inspect(causedError(1))).toContain('[cause]');
  });
});

function caught(action: () => unknown): Error {
  try {
    action();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

function framesOf(name: string, error: Error): number {
  return String(error.stack)
    .split('\n')
    .filter((line) => line.includes(`at ${name} `) || line.includes(`at async ${name} `)).length;
}
