import type { RepeatRuntime } from '../../../instrument/edits/repeat-code.js';
import { createSkipRuntime } from '../../../instrument/edits/skip-code.js';
import type { PlaceVariantJob } from '../../variant-job.js';
import { publish } from './published.js';

/** Lets a place be repeated; gives the function that sets its extra runs per execution. */
export function createRepeatRuntime({ id, place }: PlaceVariantJob): (times: number) => void {
  const runtime: RepeatRuntime = { turns: new Int32Array(1), kept: undefined };
  publish(id, { [place]: runtime });
  return (times) => {
    runtime.turns[0] = times;
  };
}

/** The values of a place are recorded in this many batches in which it is not skipped. */
const recordings = 3;

/** Lets a place be skipped; gives the function that sets in one of how many executions it runs, 0: in all. */
export function createSkippingRuntime({ id, place }: PlaceVariantJob): (period: number) => void {
  const runtime = createSkipRuntime();
  publish(id, { [place]: runtime });
  let recorded = 0;
  return (period) => {
    runtime.period = Math.max(1, period);
    runtime.left = period;
    runtime.isRecording = period === 0 && recorded++ < recordings;
  };
}
