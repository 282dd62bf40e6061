import type { VerifyJob } from '../../job.js';
import type { MeasuredVariantJob, WholeVariantJob } from '../../variant-job.js';
import { type Candidate, prepare } from '../candidate.js';
import { createDriver } from '../driver.js';
import { passive } from '../probes/variant-runtime.js';
import { createDoseRuntime, type DoseRuntime } from './dose-runtime.js';

/** A candidate, the place that it times (-1: none, the whole), and its doses by place. */
export interface Dosable {
  readonly candidate: Candidate;
  readonly timed: number;
  readonly doses: ReadonlyMap<number, DoseRuntime>;
}

/** Stands for the dose alone wherever a place is expected. */
export const doseAlone = -2;

/** Loads a variant with a dose point at every dosed place. */
export async function prepareDosable(job: VerifyJob, variant: MeasuredVariantJob): Promise<Dosable> {
  const doses = new Map(job.dosed.map((place) => [place, createDoseRuntime(`${variant.id} ${place}`)]));
  const candidate = await prepare({ ...job, extras: Object.fromEntries(doses) }, variant);
  return { candidate, timed: timedPlace(variant), doses };
}

function timedPlace(variant: MeasuredVariantJob): number {
  return variant.kind === 'span' ? (variant.timed[0]?.place ?? -1) : -1;
}

/** A path that is nothing but the dose: it gives the dose's true cost. */
export function dosesAlone({ async }: VerifyJob): Dosable {
  const runtime = createDoseRuntime('alone');
  const nothing = (): void => {};
  const variant: WholeVariantJob = { id: 'alone', kind: 'base', edits: {} };
  const run = async ? async () => runtime.dose() : runtime.dose;
  const candidate: Candidate = {
    variant,
    spec: {
      name: '',
      sources: null,
      functions: [],
      repeatable: [],
      operations: {},
      named: [],
      replacements: [],
      setup: nothing,
      run,
      settle: null,
      teardown: nothing,
    },
    context: undefined,
    runtime: passive,
    driver: createDriver('alone', run, async, null),
  };
  return { candidate, timed: doseAlone, doses: new Map([[doseAlone, runtime]]) };
}
