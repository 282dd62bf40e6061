import type { RepeatRuntime } from '../../../instrument/edits/repeat-code.js';
import { createSkipRuntime } from '../../../instrument/edits/skip-code.js';
import type { PlaceVariantJob, SkipVariantJob } from '../../variant-job.js';
import { publish } from './published.js';

/** Lets a place be repeated; gives the function that sets its extra runs per execution. */
export function createRepeatRuntime({ id, place }: PlaceVariantJob): (times: number) => number {
  const runtime: RepeatRuntime = { turns: new Int32Array(1), kept: undefined };
  publish(id, { [place]: runtime });
  return (times) => {
    runtime.turns[0] = times;
    return times;
  };
}

/** The values of a place are recorded in this many batches in which it is not skipped. */
const recordings = 3;

/**
 * Lets a place be skipped; gives the function that sets in one of how many executions it runs, 0: in all. An object that a skipped place
 * gave before would be given again, and what changes it would change it again and again, so such a place runs in all executions unless
 * the variant says otherwise.
 */
export function createSkippingRuntime({
  id,
  place,
  keepsObjects,
}: SkipVariantJob): (period: number) => number {
  const runtime = createSkipRuntime();
  publish(id, { [place]: runtime });
  let recorded = 0;
  return (wanted) => {
    const period = keepsObjects || ![...runtime.values, runtime.result].some(isObject) ? wanted : 0;
    runtime.period = Math.max(1, period);
    runtime.left = period;
    runtime.isRecording = wanted === 0 && recorded++ < recordings;
    return period;
  };
}

function isObject(value: unknown): boolean {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
