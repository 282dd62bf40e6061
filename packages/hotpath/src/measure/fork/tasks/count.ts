import { scriptFile } from '../../../model/text/script-file.js';
import type { Counted } from '../../../v8/counted.js';
import { watchScripts } from '../../../v8/live/thread-scripts.js';
import { openThreadSession } from '../../../v8/live/thread-session.js';
import { keepCounts, turnOffOptimising } from '../../../v8/live/v8-flags.js';
import { watchExceptions } from '../../../v8/live/watch-exceptions.js';
import type { Coverage } from '../../../v8/read-coverage.js';
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
  setFlags([...turnOffOptimising(), ...keepCounts()]);
  const counter = startCounting();
  const candidate = await prepare({ ...job, edges: [] }, job.variants[0]);
  reached('loaded');
  await runOperations(candidate, job.operations);
  await settle(candidate);
  const counted: Counted[] = [];
  const start = now();
  for (let batch = 0; batch < fewestBatches || now() - start < job.budgetMs; batch++) {
    counter.take();
    await runOperations(candidate, job.operations);
    counted.push(counter.take());
    await settle(candidate);
    alive(0);
  }
  reached('measured');
  await inPhase('teardown', () => candidate.spec.teardown(candidate.context));
  return { operations: job.operations * counted.length, counted };
}

/** Counts the executions and the exceptions of this thread; `take` gives those since its last call. */
function startCounting(): { take(): Counted } {
  const session = openThreadSession();
  const scripts = watchScripts(session);
  const exceptions = watchExceptions(session, scripts);
  session.ask('Profiler.enable');
  session.ask('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return {
    take() {
      const { result } = session.ask<Coverage>('Profiler.takePreciseCoverage');
      const coverage = { result: result.filter(({ url }) => url !== '' && !url.startsWith('node:')) };
      const thrown = exceptions.take();
      const files = new Set(coverage.result.map(({ url }) => scriptFile(url)));
      for (const { frames } of thrown) for (const { file } of frames) files.add(file);
      const changed = scripts.changed((file) => files.has(file));
      return { coverage, thread: { thrown, knowsAll: exceptions.knowsAll(), scripts: changed } };
    },
  };
}
