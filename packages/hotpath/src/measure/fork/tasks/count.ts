import { Session } from 'node:inspector';
import type { Coverage } from '../../../v8/read-coverage.js';
import { turnOffOptimising } from '../../../v8/v8-flags.js';
import type { CountJob } from '../../job.js';
import type { CountedOperations } from '../../task-results.js';
import { prepare, runOperations, settle } from '../candidate.js';
import type { TaskReport } from '../fork-log.js';
import { inPhase } from '../load-variant.js';
import { now } from '../processor/disturbances.js';

/** At least two batches, so that code that runs every hundredth time is likely to be seen. */
const fewestBatches = 2;

/** Runs the untouched path while V8 counts executions. Counting begins before the code is loaded: only then are blocks counted. */
export async function count(
  job: CountJob,
  { alive, reached, setFlags }: TaskReport,
): Promise<CountedOperations> {
  setFlags(turnOffOptimising());
  const counter = startCounting();
  const candidate = await prepare({ ...job, edges: [] }, job.variants[0]);
  reached('loaded');
  await runOperations(candidate, job.operations);
  await settle(candidate);
  const coverages: Coverage[] = [];
  const start = now();
  for (let batch = 0; batch < fewestBatches || now() - start < job.budgetMs; batch++) {
    counter.take();
    await runOperations(candidate, job.operations);
    coverages.push(counter.take());
    await settle(candidate);
    alive(0);
  }
  reached('measured');
  await inPhase('teardown', () => candidate.spec.teardown(candidate.context));
  return { operations: job.operations * coverages.length, coverages };
}

/** V8's precise coverage of this thread; `take` gives the executions since its last call. */
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
