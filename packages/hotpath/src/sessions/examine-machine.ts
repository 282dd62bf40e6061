import type { Examination, Readings } from '../doctor/examination.js';
import { examine } from '../doctor/examine.js';
import { createProcessorClock } from '../measure/fork/processor/processor-clock.js';
import { createWakingYardstick } from '../measure/fork/processor/waking.js';
import type { MachineUse, Measurement } from '../model/measurement/measurement.js';
import { mean, quantile } from '../stats/summary.js';
import { measurePath } from './path/measure-path.js';
import { reportOn } from './report-on.js';
import type { Session } from './session.js';

/** Measures a path of known shares and judges by it what this machine can resolve. `specFile` is the doctor's specification. */
export async function examineMachine(specFile: string, session: Session): Promise<Examination> {
  const wakingNs = wakingTime();
  const measurement = await measurePath(specFile, session);
  return examine(reportOn(measurement), {
    wakingNs,
    threadClock: createProcessorClock() !== null,
    ...machineUse(measurement),
  });
}

/** Readings of the waking yardstick: enough for a median. */
const readings = 25;

function wakingTime(): number | null {
  const read = createWakingYardstick();
  return read && quantile(Array.from({ length: readings }, read), 0.5);
}

function machineUse({ forks }: Measurement): Pick<Readings, keyof MachineUse> {
  const known = forks.flatMap(({ machine }) => (machine ? [machine] : []));
  if (known.length === 0) return { othersProcessors: null, stolenProcessors: null };
  return {
    othersProcessors: mean(known.map(({ othersProcessors }) => othersProcessors)),
    stolenProcessors: mean(known.map(({ stolenProcessors }) => stolenProcessors)),
  };
}
