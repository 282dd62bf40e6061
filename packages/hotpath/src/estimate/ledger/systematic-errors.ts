import type { Ledger } from '../../model/report/ledger.js';
import type { Normal } from '../../stats/normal.js';
import { meanInterval } from '../../stats/student-t.js';
import { interferenceParts } from './interference-parts.js';
import type { PathEstimate } from './path-estimate.js';

/** What the machine, the timer and copying the path do to its numbers. */
export function systematicErrors({
  numbers,
  used,
  hidden,
}: PathEstimate): Pick<Ledger, 'interference' | 'disturbances' | 'timer' | 'twinGap'> {
  return {
    interference: meanInterval(numbers.interference),
    disturbances: interferenceParts(
      numbers,
      used.map(({ compiling }) => compiling),
    ),
    timer: {
      interval: meanInterval(numbers.interval),
      perturbation: meanInterval(numbers.perturbation),
      hidden: normalInterval(hidden),
    },
    twinGap: meanInterval(numbers.twinGap),
  };
}

/** The central 95 % of a normal distribution. */
function normalInterval({ mean, deviation }: Normal): Ledger['timer']['hidden'] {
  return { mean, low: mean - 1.96 * deviation, high: mean + 1.96 * deviation };
}
