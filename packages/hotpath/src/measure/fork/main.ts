import type { ForkMessage } from '../fork-message.js';
import type { ForkJob } from '../job.js';
import { openJob } from '../loader/load.js';
import { readLoads } from '../loader/loads.js';
import type { TaskResults } from '../task-results.js';
import { createForkLog, type TaskReport } from './fork-log.js';
import { PhaseError } from './load-variant.js';
import { checkOwnInstances } from './own-instances.js';
import { clocksMove, platform, restoreProcess } from './platform.js';
import { count } from './tasks/count.js';
import { inspect } from './tasks/inspect.js';
import { measure } from './tasks/measure.js';
import { pilot } from './tasks/pilot.js';
import { sample } from './tasks/sample.js';
import { trace } from './tasks/trace.js';
import { verify } from './tasks/verify.js';

/** Shortest time between two messages about progress, ms: each disturbs the measurement. */
const progressMs = 200;

const log = createForkLog();

async function main(jobFile: string): Promise<void> {
  const alive = limited((done) => void send({ type: 'alive', done }));
  try {
    checkClocks();
    const { job } = openJob(jobFile);
    const value = await perform(job, { ...log, alive });
    checkOwnInstances(job, readLoads(jobFile));
    log.reached('done');
    restoreProcess();
    await send({ type: 'result', value, log: log.read() });
    platform.exit(0);
  } catch (problem) {
    if (!(problem instanceof PhaseError)) throw problem;
    const { phase, message, hint } = problem;
    restoreProcess();
    await send({ type: 'failed', phase, message, hint, log: log.read() });
    platform.exit(1);
  }
}

function checkClocks(): void {
  if (clocksMove()) return;
  throw new PhaseError('load', {
    message: 'the clock stands still: something that is loaded before the path has replaced it',
    hint: 'Look at NODE_OPTIONS for what it preloads.',
  });
}

function perform(job: ForkJob, report: TaskReport): Promise<TaskResults[ForkJob['task']]> {
  switch (job.task) {
    case 'inspect':
      return inspect(job, report);
    case 'trace':
      return trace(job, report);
    case 'pilot':
      return pilot(job, report);
    case 'measure':
      return measure(job, report);
    case 'sample':
      return sample(job, report);
    case 'count':
      return count(job, report);
    case 'verify':
      return verify(job, report);
  }
}

/** Lets a call through only if the last one is `progressMs` ago. */
function limited(action: (done: number) => void): (done: number) => void {
  let last = 0;
  return (done) => {
    const time = platform.now();
    if (time - last < progressMs) return;
    last = time;
    action(done);
  };
}

function send(message: ForkMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    platform.send?.({ hotpath: message }, undefined, undefined, (problem) =>
      problem ? reject(problem) : resolve(),
    );
  });
}

process.on('unhandledRejection', (problem) => {
  const message = `unhandled rejection: ${String(problem)}`;
  void send({ type: 'failed', phase: 'run', message, hint: null, log: log.read() }).then(() =>
    platform.exit(1),
  );
});

// An interrupt from the keyboard reaches all processes of the terminal; the parent decides what it means.
process.on('SIGINT', () => {});
process.on('disconnect', () => platform.exit(1));

await main(process.argv[2] ?? '');
