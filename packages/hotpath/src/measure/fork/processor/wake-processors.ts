import { quantile } from '../../../stats/summary.js';
import type { ProcessorUse } from '../../job.js';
import { type KeptAwake, keepAwake } from './keep-awake.js';

const asleepReadings = 25;

/** Processors that are kept awake, and what waking a thread took before, ns; both null where they may sleep. */
export interface Woken {
  readonly awake: KeptAwake | null;
  readonly asleepNs: number | null;
}

/** Keeps processors awake where the job says so, and reads by `waking` what that changes. */
export async function wakeProcessors(
  { keepsAwake }: ProcessorUse,
  waking: (() => number) | null,
): Promise<Woken> {
  if (!keepsAwake) return { awake: null, asleepNs: null };
  const asleepNs = waking && quantile(Array.from({ length: asleepReadings }, waking), 0.5);
  const awake = await keepAwake();
  return { awake, asleepNs: awake && asleepNs };
}
