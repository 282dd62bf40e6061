import type { MeasureJob } from '../job.js';
import { nowRuns } from '../loader/made/running-variant.js';
import type { MeasuredVariantJob } from '../variant-job.js';
import { createDriver, type Driver } from './driver.js';
import { inCopyPhase, inPhase, loadVariant } from './load-variant.js';
import type { LoadedSpec } from './loaded-spec.js';
import { platform } from './platform.js';
import type { Published } from './probes/published.js';
import { createVariantRuntime, type VariantRuntime } from './probes/variant-runtime.js';

/** A variant that is loaded, set up and ready to run. */
export interface Candidate {
  readonly variant: MeasuredVariantJob;
  readonly spec: LoadedSpec;
  readonly context: unknown;
  readonly runtime: VariantRuntime;
  readonly driver: Driver;
}

/** Loads a variant and sets it up. Throws a PhaseError when the specification fails. */
export async function prepare(
  job: Pick<MeasureJob, 'spec' | 'async' | 'edges'> & { readonly extras?: Published },
  variant: MeasuredVariantJob,
): Promise<Candidate> {
  const runtime = createVariantRuntime(variant, job.edges, job.extras);
  const { spec: file, async } = variant.kind === 'other' ? variant : job;
  const spec = await loadVariant(file, variant);
  const context = await inCopyPhase('setup', file, () => spec.setup());
  const timer = runtime.timer && { pair: runtime.timer, around: variant.kind === 'run' };
  const run = variant.kind === 'operation' ? operationOf(spec, variant.operation) : spec.run;
  const driver = createDriver(variant.id, run, async, timer);
  return { variant, spec, context, runtime, driver };
}

function operationOf({ operations }: LoadedSpec, id: string): LoadedSpec['run'] {
  const run = operations[id];
  if (!run) throw new Error(`the specification has no operation ${id}`);
  return run;
}

/**
 * Runs some operations and gives their wall time, ns. Where they fail because a place is left out, they run again with it, and it is left
 * out no more.
 */
export async function runOperations(
  { variant, driver, context, runtime }: Candidate,
  operations: number,
): Promise<number> {
  nowRuns(variant.id);
  const run = (): Promise<number> => inPhase('run', () => driver(context, operations));
  try {
    return await run();
  } catch (problem) {
    if (!runtime.giveUp()) throw problem;
    return run();
  }
}

/** Lets the path settle and the event loop turn between batches; neither is timed. */
export async function settle({ variant, spec, context }: Candidate): Promise<void> {
  nowRuns(variant.id);
  await inPhase('settle', () => spec.settle?.(context));
  await platform.nextTurn();
}
