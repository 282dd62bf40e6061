import type { ProbeFunctions } from '../../../instrument/edits/probe-code.js';
import type { CallTree } from '../../../model/path/call-tree.js';
import { waitsInTrace } from '../../../model/path/waits-in-trace.js';
import type { TraceJob } from '../../job.js';
import type { TaskReport } from '../fork-log.js';
import { inPhase, loadVariant } from '../load-variant.js';
import type { LoadedSpec } from '../loaded-spec.js';
import { publish, turnsAt } from '../probes/published.js';
import { createTracer, type Tracer } from '../probes/trace-runtime.js';
import { now } from '../processor/disturbances.js';
import { createOccupancyMeter } from '../processor/occupancy.js';

/** Runs operations one at a time with every place probed. */
export async function trace(job: TraceJob, { alive, reached }: TaskReport): Promise<CallTree> {
  const [{ id, places, turns }] = job.variants;
  const tracer = createTracer();
  const probes = places.map((place) => [place, tracingProbe(tracer, place)] as const);
  publish(id, { ...Object.fromEntries(probes), ...turnsAt(turns, tracer.turns) });
  const spec = await loadVariant(job.spec, job.variants[0]);
  const context = await inPhase('setup', () => spec.setup());
  reached('loaded');
  // What setup ran is not part of the path.
  tracer.reset();
  const ran = await untilOccupied(() => runPass(spec, context, job, () => alive(0)));
  reached('measured');
  await inPhase('settle', () => spec.settle?.(context));
  await inPhase('teardown', () => spec.teardown(context));
  const { nodes, overlapped, thrown, recursive } = tracer;
  return { ...ran, nodes, concurrent: overlapped, thrown: [...thrown], recursive: [...recursive] };
}

function tracingProbe(tracer: Tracer, place: number): ProbeFunctions {
  return {
    enter: () => tracer.enter(place),
    leave: (token) => tracer.leave(token),
    abandon: (token) => tracer.abandon(place, token),
  };
}

/** A thread that loses its processor to another virtual machine seems to wait, but not in several passes in a row. */
const mostPasses = 3;

type Ran = Pick<CallTree, 'operations' | 'nsPerOperation' | 'occupied' | 'async'>;

/**
 * Runs passes until one of them shows a path that does not wait, or until the last. The pass with the largest share of its
 * time on the processor decides.
 */
export async function untilOccupied(runPass: () => Promise<Ran>): Promise<Ran> {
  const passes: Ran[] = [];
  do {
    passes.push(await runPass());
  } while (passes.length < mostPasses && waitsInTrace(passes.at(-1) as Ran));
  return {
    ...passes.reduce((best, one) => ((one.occupied ?? 0) > (best.occupied ?? 0) ? one : best)),
    operations: passes.reduce((sum, { operations }) => sum + operations, 0),
    async: passes.some(({ async }) => async),
  };
}

/** Operations between two times of settling. */
const chunk = 64;

async function runPass(spec: LoadedSpec, context: unknown, job: TraceJob, alive: () => void): Promise<Ran> {
  const occupied = createOccupancyMeter();
  const deadline = now() + job.budgetMs;
  let operations = 0;
  let spentMs = 0;
  let async = false;
  while (operations === 0 || (operations < job.operations && now() < deadline)) {
    const start = occupied.start();
    for (let n = 0; n < chunk && (operations === 0 || now() < deadline); n++) {
      await inPhase('run', () => {
        const result = spec.run(context);
        async ||= isThenable(result);
        return result;
      });
      operations++;
    }
    spentMs += occupied.stop(start);
    alive();
    await inPhase('settle', () => spec.settle?.(context));
  }
  return { operations, nsPerOperation: (spentMs * 1e6) / operations, occupied: occupied.share(), async };
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof (value as { then?: unknown } | null | undefined)?.then === 'function';
}
