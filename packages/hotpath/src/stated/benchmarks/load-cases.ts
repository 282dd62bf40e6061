import { PathRefusal } from '../../errors.js';
import { standInsKey } from '../../model/path/benchmark-libraries.js';
import { benchNodeStandIn } from './bench-node.js';
import { benchmarkJsStandIn } from './benchmark-js.js';
import { type BenchmarkCase, type Collector, createCollector } from './collector.js';
import { guardLoading } from './load-guard.js';
import { mitataStandIn } from './mitata.js';
import { tinybenchStandIn } from './tinybench.js';
import { vitestStandIn } from './vitest.js';

/** A file that registers its cases later than this after it is loaded, ms, is taken to have no more. */
const latestMs = 1000;

/**
 * Loads a benchmark file and gives the cases that it registers. None of them runs. Throws what the file throws before it asks a library to
 * run its cases, and a PathRefusal where it registers none.
 */
export async function loadCases(
  load: () => Promise<unknown>,
  shown: string,
): Promise<readonly BenchmarkCase[]> {
  const collector = createCollector();
  const { settle, standIns } = createStandIns(collector);
  const globals = globalThis as unknown as Record<PropertyKey, unknown>;
  globals[Symbol.for(standInsKey)] = standIns;
  const own = ownGlobals(standIns.vitest as Record<string, unknown>, globals);
  const release = guardLoading(collector);
  try {
    await load();
    await registered(collector);
  } catch (problem) {
    if (!collector.hasRun) throw problem;
  } finally {
    release();
    for (const name of own) delete globals[name];
  }
  settle();
  if (collector.cases.length > 0) return collector.cases;
  throw new PathRefusal(
    `${shown}: registers no case of vitest, tinybench, mitata, benchmark.js or bench-node`,
    'Name the file that has the cases. Those that a file runs in worker threads or processes of its own are not found.',
  );
}

function createStandIns(collector: Collector) {
  const mitata = mitataStandIn(collector);
  return {
    settle: mitata.settle as () => void,
    standIns: {
      tinybench: tinybenchStandIn(collector),
      mitata,
      vitest: vitestStandIn(collector),
      benchmark: benchmarkJsStandIn(collector),
      'bench-node': benchNodeStandIn(collector),
    },
  };
}

/** Vitest can give its functions as globals. Returns the names of those that were not there. */
function ownGlobals(vitest: Record<string, unknown>, globals: Record<PropertyKey, unknown>): string[] {
  const names = ['bench', 'describe', 'suite', 'beforeAll', 'afterAll', 'beforeEach', 'afterEach'];
  const own = names.filter((name) => !(name in globals));
  for (const name of own) globals[name] = vitest[name];
  return own;
}

/** Waits for files that register their cases in a function that they do not wait for. */
async function registered({ cases }: Collector): Promise<void> {
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  for (let waitedMs = 0, known = -1; known !== cases.length || known === 0; waitedMs += 20) {
    if (waitedMs > latestMs) return;
    known = cases.length;
    await pause(20);
  }
}
