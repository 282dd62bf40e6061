import { describe, expect, it } from 'vitest';
import type { SkipRuntime } from '../../../instrument/edits/skip-code.js';
import type { SkipVariantJob } from '../../variant-job.js';
import { createLeavingOutRuntime, createSkippingRuntime, type Repeating } from './place-runtimes.js';

const job: SkipVariantJob = { id: 'v', kind: 'skip', place: 0, periods: [9], wanted: false, edits: {} };

/** A place that has given a value, and what its code sees. */
function placeAfter(value: unknown, create = createLeavingOutRuntime): Repeating & { code: SkipRuntime } {
  const place = create(job);
  const runtimes = (globalThis as Record<symbol, unknown>)[Symbol.for('hotpath')];
  const code = (runtimes as Record<string, Record<number, SkipRuntime>>).v?.[0] as SkipRuntime;
  place.repeat(0);
  expect(code.isRecording).toBe(true);
  Object.assign(code, { ended: true, values: [value] });
  return { ...place, code };
}

/** Executions of a place, as its code counts them: how many of them ran. */
function ranOf(executions: number, code: SkipRuntime): number {
  let ran = 0;
  for (let n = 0; n < executions; n++) {
    if (--code.left > 0) continue;
    code.left = code.period;
    ran++;
  }
  return ran;
}

describe('a place is left out as evidence', () => {
  it.each([1, 'a', null, undefined, 2n, true])('if it gave %s', (value) => {
    const { repeat, repeats, code } = placeAfter(value);
    repeat(9);
    expect([ranOf(1000, code), repeats()]).toEqual([0, 9]);
    repeat(0);
    expect([ranOf(1000, code), repeats()]).toEqual([1000, 0]);
  });

  it.each([{ a: {} }, { a: [] }, { a: () => 1 }])('not if it gave an object: %j', ({ a }) => {
    const { repeat, repeats, code } = placeAfter(a);
    repeat(9);
    expect([ranOf(10, code), repeats()]).toEqual([10, 0]);
  });

  it('not before an execution was recorded', () => {
    const { repeat, repeats, code } = placeAfter(1);
    code.ended = false;
    repeat(9);
    expect([ranOf(10, code), repeats()]).toEqual([10, 0]);
  });

  it('no more once a loop seems to wait for it, and the batch does not count', () => {
    const { repeat, repeats, code } = placeAfter(1);
    repeat(9);
    expect(ranOf(2_000_009, code)).toBe(10);
    expect(repeats()).toBe(0);
    repeat(9);
    expect([ranOf(10, code), repeats()]).toEqual([10, 0]);
  });

  it('no more once the path failed without it', () => {
    const { repeat, repeats, giveUp, code } = placeAfter(1);
    expect(giveUp()).toBe(false);
    repeat(9);
    expect(giveUp()).toBe(true);
    expect([ranOf(10, code), repeats(), giveUp()]).toEqual([10, 0, false]);
    repeat(9);
    expect(ranOf(10, code)).toBe(10);
  });
});

describe('a place is skipped where that is asked for', () => {
  it('whatever it gave, in all executions but one of a period', () => {
    const { repeat, repeats, code } = placeAfter({}, createSkippingRuntime);
    repeat(5);
    expect([ranOf(1000, code), repeats()]).toEqual([200, 5]);
  });
});
