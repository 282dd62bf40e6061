import { setImmediate as nextTurn } from 'node:timers/promises';
import type { MeasureJob, VariantJob } from '../job.js';
import { createDriver, type Driver } from './driver.js';
import { inPhase, type LoadedSpec, loadVariant } from './load-variant.js';
import { createVariantRuntime, type Published, type VariantRuntime } from './probes/variant-runtime.js';

/** A variant that is loaded, set up and ready to run. */
export interface Candidate {
  readonly variant: VariantJob;
  readonly spec: LoadedSpec;
  readonly context: unknown;
  readonly runtime: VariantRuntime;
  readonly driver: Driver;
}

export async function prepare(
  job: Pick<MeasureJob, 'spec' | 'async' | 'edges'> & { readonly extras?: Published },
  variant: VariantJob,
): Promise<Candidate> {
  const runtime = createVariantRuntime(variant, job.edges, job.extras);
  const { spec: file, async } = variant.other ?? job;
  const spec = await loadVariant(file, variant);
  const context = await inPhase('setup', () => spec.setup());
  const timer = runtime.timer && { pair: runtime.timer, around: variant.kind === 'run' };
  const run = variant.operation === null ? spec.run : operationOf(spec, variant.operation);
  const driver = createDriver(variant.id, run, async, timer);
  return { variant, spec, context, runtime, driver };
}

function operationOf({ operations }: LoadedSpec, id: string): LoadedSpec['run'] {
  const run = operations[id];
  if (!run) throw new Error(`the specification has no operation ${id}`);
  return run;
}

/** Wall time of some operations, ns. */
export function runOperations({ driver, context }: Candidate, operations: number): Promise<number> {
  return inPhase('run', () => driver(context, operations));
}

/** Between batches the event loop turns, and the path may put its house in order; neither is timed. */
export async function settle({ spec, context }: Candidate): Promise<void> {
  await inPhase('settle', () => spec.settle?.(context));
  await nextTurn();
}
