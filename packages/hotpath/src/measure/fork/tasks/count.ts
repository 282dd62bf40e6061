import { Session } from 'node:inspector';
import type { Coverage } from '../../../v8/read-coverage.js';
import { turnOffOptimising } from '../../../v8/v8-flags.js';
import type { CountJob, VariantJob } from '../../job.js';
import { prepare, runOperations, settle } from '../candidate.js';
import { inPhase } from '../load-variant.js';
import { now } from '../processor/disturbances.js';

/** How often what ran in some operations. */
export interface CountedOperations {
  readonly operations: number;
  /** Of each batch; what ran while settling is in none. */
  readonly coverages: readonly Coverage[];
}

/** So many at least: what runs every hundredth time is to be seen. */
const fewestBatches = 2;

/** Runs the untouched path while V8 counts, from before its code is loaded: only then are blocks counted. */
export async function count(job: CountJob, alive: () => void): Promise<CountedOperations> {
  turnOffOptimising();
  const counter = startCounting();
  const candidate = await prepare({ ...job, edges: [] }, job.variants[0] as VariantJob);
  await runOperations(candidate, job.operations);
  await settle(candidate);
  const coverages: Coverage[] = [];
  const start = now();
  for (let batch = 0; batch < fewestBatches || now() - start < job.budgetMs; batch++) {
    counter.take();
    await runOperations(candidate, job.operations);
    coverages.push(counter.take());
    await settle(candidate);
    alive();
  }
  await inPhase('teardown', () => candidate.spec.teardown(candidate.context));
  return { operations: job.operations * coverages.length, coverages };
}

/** V8's precise coverage of this thread; `take` gives what ran since the last time. */
function startCounting(): { take(): Coverage } {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return {
    take() {
      let taken: Coverage = { result: [] };
      // Within one thread the inspector answers before `post` returns.
      session.post('Profiler.takePreciseCoverage', (problem, answer) => {
        if (problem) throw problem;
        taken = { result: answer.result.filter(({ url }) => url !== '' && !url.startsWith('node:')) };
      });
      return taken;
    },
  };
}
