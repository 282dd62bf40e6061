import type { RepeatRuntime } from '../../../instrument/edits/repeat-code.js';
import { createSkipRuntime } from '../../../instrument/edits/skip-code.js';
import type { PlaceVariantJob, SkipVariantJob } from '../../variant-job.js';
import { publish } from './published.js';

/** Changes how often a place runs. */
export interface Repeating {
  /** Sets from now on the extra runs of a repeated place per execution, or in one of how many executions a skipped one runs, 0: in all. */
  repeat(times: number): void;
  /** What has been in force since it was set; 0 where the place could not be changed. */
  repeats(): number;
  /** Changes the place no more, after a failure. Whether it was changed, and so may be the cause. */
  giveUp(): boolean;
}

/** Lets a place be repeated. */
export function createRepeatRuntime({ id, place }: PlaceVariantJob): Repeating {
  const runtime: RepeatRuntime = { turns: new Int32Array(1), kept: undefined };
  publish(id, { [place]: runtime });
  return {
    repeat: (times) => {
      runtime.turns[0] = times;
    },
    repeats: () => runtime.turns[0] as number,
    giveUp: () => false,
  };
}

/** The values of a place are recorded in this many batches in which it is not skipped. */
const recordings = 3;

/**
 * Lets a place be skipped, because what that saves is asked for. The object that it gave before is given again, and what changes it
 * changes it again and again.
 */
export function createSkippingRuntime({ id, place }: SkipVariantJob): Repeating {
  const runtime = createSkipRuntime();
  publish(id, { [place]: runtime });
  let recorded = 0;
  let current = 0;
  return {
    repeat: (period) => {
      current = period;
      runtime.period = Math.max(1, period);
      runtime.left = period;
      runtime.isRecording = period === 0 && recorded++ < recordings;
    },
    repeats: () => current,
    giveUp: () => false,
  };
}

/** More executions than a batch has, and so few that they take no second: a loop may wait for what the place does. */
const mostSkipped = 2_000_000;

/**
 * Lets a place be left out as evidence of its time, if the path goes on as it does with it. It runs in all executions
 *
 * - before one was recorded, or if it gives an object,
 * - once the path failed without it,
 * - once it was skipped `mostSkipped` times between two settings.
 */
export function createLeavingOutRuntime({ id, place }: SkipVariantJob): Repeating {
  const runtime = createSkipRuntime();
  publish(id, { [place]: runtime });
  let recorded = 0;
  let current = 0;
  let failed = false;
  const ranAgain = (): boolean => current > 0 && runtime.left <= 1;
  return {
    repeat: (period) => {
      failed ||= ranAgain();
      current = failed || !runtime.ended || runtime.values.some(isObject) ? 0 : period;
      runtime.period = 1;
      runtime.left = current === 0 ? 0 : mostSkipped;
      runtime.isRecording = period === 0 && recorded++ < recordings;
    },
    repeats: () => (ranAgain() ? 0 : current),
    giveUp: () => {
      const wasLeftOut = current > 0;
      failed ||= wasLeftOut;
      current = 0;
      runtime.left = 0;
      return wasLeftOut;
    },
  };
}

function isObject(value: unknown): boolean {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
