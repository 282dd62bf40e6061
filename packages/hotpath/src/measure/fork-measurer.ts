import { type ForksSettings, openForks } from './forks.js';
import type { Measurer } from './measurer.js';
import { countCalls } from './tasks/count.js';
import { inspect } from './tasks/inspect.js';
import { measureFork } from './tasks/measure.js';
import { pilot } from './tasks/pilot.js';
import { sampleFork } from './tasks/sample.js';
import { trace } from './tasks/trace.js';
import { verifyFork } from './tasks/verify.js';

/** Measures in forks, one at a time. */
export function createForkMeasurer(settings: ForksSettings): Measurer {
  const forks = openForks(settings);
  return {
    inspect: (specFile) => inspect(forks, specFile),
    trace: (path, places) => trace(forks, path, places),
    pilot: (path, tree) => pilot(forks, path, tree),
    measureFork: (plan, fork, context, progress) => measureFork(forks, plan, fork, context, progress),
    sampleFork: (plan, fork, operations, progress) => sampleFork(forks, plan, fork, operations, progress),
    countCalls: (plan, operations) => countCalls(forks, plan, operations),
    verifyFork: (plan, fork, progress) => verifyFork(forks, plan, fork, progress),
    close: () => forks.close(),
  };
}
