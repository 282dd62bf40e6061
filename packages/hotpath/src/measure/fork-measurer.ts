import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Compilation } from '../model/measurement/compilation.js';
import type { VerificationFork } from '../model/measurement/verification.js';
import type { CallTree } from '../model/path/call-tree.js';
import type { HotPath } from '../model/path/path.js';
import { waits } from '../model/report/waiting.js';
import { quantile } from '../stats/summary.js';
import { codeLogMarks, readCodeLog } from '../v8/read-code-log.js';
import type { Inspected } from './fork/main.js';
import type { CountedOperations } from './fork/tasks/count.js';
import type { MeasuredFork } from './fork/tasks/measure.js';
import type { PilotedPath } from './fork/tasks/pilot.js';
import type { SampledPath } from './fork/tasks/sample.js';
import type { ForkJob, MeasureJob } from './job.js';
import type { Measurer } from './measurer.js';
import { type ForkSettings, runFork } from './run-fork.js';
import { dosedVariants, edgesOf, plainVariant, tracedVariant, variantJob } from './variant-jobs.js';

/** The yardstick's best is this quantile: a single lucky reading is none. */
const bestShare = 0.05;

/** A path that waits has few variants and long operations: each is warmed up, and measured, so many times as long. */
const waiting = { warmUp: 2, measure: 2 } as const;

/** A fork with one variant warms that up for as long as others need for several. */
const longWarmUp = 6;

const traceOperations = 4096;
const traceBudgetMs = 400;
const pilotBudgetMs = 400;
const countBudgetMs = 200;

/** Measures in processes of their own; their compiled sources lie in a folder that `close` removes. */
export function createForkMeasurer(settings: ForkSettings): Measurer {
  const folder = mkdtempSync(join(tmpdir(), 'hotpath-'));
  const cache = join(folder, 'compiled');
  let jobs = 0;
  let bestYardstick: number | null = null;
  /** Specifications of paths for which processors are kept awake. */
  const keptAwake = new Set<string>();
  const run = (
    job: ForkJob,
    progress?: (done: number) => void,
    more: Pick<ForkSettings, 'codeLog' | 'isGrown'> = {},
  ): Promise<unknown> => runFork(job, join(folder, `job-${jobs++}.json`), { ...settings, ...more }, progress);

  /** Runs each path of a fork in a process of its own: what copies of it keep lengthens pauses. */
  const measureAlone = async (job: MeasureJob, progress: () => void): Promise<MeasuredFork[]> => {
    const found: MeasuredFork[] = [];
    for (const variant of job.variants.filter(({ kind }) => kind === 'base' || kind === 'other')) {
      const own: MeasureJob = {
        ...job,
        variants: [variant],
        measureMs: 0,
        measureMostMs: 0,
        waits: false,
        keepsAwake: false,
      };
      found.push((await run(own, progress, { isGrown: true })) as MeasuredFork);
    }
    return found;
  };

  /** Runs a fork in which V8 logs what it compiles. */
  const runLogged = async (
    job: ForkJob,
    path: HotPath,
    progress?: (done: number) => void,
  ): Promise<{ result: unknown; compilation: Compilation | null }> => {
    const codeLog = mkdtempSync(join(folder, 'code-log-'));
    const result = await run(job, progress, { codeLog });
    return { result, compilation: readCompilation(codeLog, new Set(path.loaded)) };
  };
  return {
    async inspect(spec) {
      const loadedList = join(folder, 'loaded.txt');
      const variants = [plainVariant('base')];
      const found = (await run({ task: 'inspect', spec, cache, variants, loadedList })) as Inspected;
      return { ...found, loaded: [...new Set(readFileSync(loadedList, 'utf8').trim().split('\n'))] };
    },
    async trace(path, places) {
      const variants = [tracedVariant(path, places)];
      const operations = traceOperations;
      const budgetMs = traceBudgetMs;
      return (await run({
        task: 'trace',
        spec: path.file,
        cache,
        variants,
        operations,
        budgetMs,
      })) as CallTree;
    },
    async pilot(path, tree) {
      const variants = [plainVariant('first'), plainVariant('second')];
      const job: ForkJob = {
        task: 'pilot',
        spec: path.file,
        cache,
        variants,
        async: tree.async,
        waits: waits(tree),
        budgetMs: pilotBudgetMs,
      };
      const { result, compilation } = await runLogged(job, path);
      const { course, keepsAwake } = result as PilotedPath;
      if (keepsAwake) keptAwake.add(path.file);
      else keptAwake.delete(path.file);
      return { course, compiledAtMs: compilation?.pathEventsMs ?? null };
    },
    async measureFork(plan, fork, tree, progress) {
      const { warmUpMs, warmUpMostMs, measureMs, measureMostMs, batchMs, calm } = plan.policy;
      const job: MeasureJob = {
        task: 'measure',
        spec: plan.path.file,
        cache,
        variants: fork.variants.map((variant) => variantJob(variant, plan.path, plan.places, tree)),
        seed: fork.seed,
        async: plan.async,
        waits: plan.waits,
        keepsAwake: plan.waits && keptAwake.has(plan.path.file),
        edges: edgesOf(tree),
        warmUpMs,
        warmUpMostMs: (plan.waits ? waiting.warmUp : 1) * warmUpMostMs,
        warmUpGoal: plan.warmUpGoal,
        measureMs: (plan.waits ? waiting.measure : 1) * measureMs,
        measureMostMs: (plan.waits ? waiting.measure : 1) * measureMostMs,
        aloneMs: 0,
        batchMs,
        calm,
        calmNs: bestYardstick === null ? null : calm * bestYardstick,
      };
      const { result: measured, compilation } = fork.logsCode
        ? await runLogged(job, plan.path, progress)
        : { result: await run(job, progress), compilation: null };
      const { index, replicate, aloneMs } = fork;
      const own = measured as MeasuredFork;
      const isFirst = plan.forks.find((each) => each.replicate === replicate)?.index === index;
      const alone = aloneMs > 0 ? await measureAlone({ ...job, aloneMs }, () => progress(1)) : [];
      const prices = isFirst ? pricesOf(own, alone) : { alone: [], pauses: [] };
      const result = { index, replicate, ...own, ...prices, compilation };
      const times = result.variants.flatMap(({ batches }) => batches.map((batch) => batch.yardstickNs));
      bestYardstick = Math.min(bestYardstick ?? Number.POSITIVE_INFINITY, quantile(times, bestShare));
      return result;
    },
    async sampleFork(plan, { index }, operations, progress) {
      const { warmUpMs, warmUpMostMs, sampleMs, sampleIntervalUs } = plan.policy;
      const sampled = await run(
        {
          task: 'sample',
          spec: plan.path.file,
          cache,
          variants: [plainVariant('base')],
          async: plan.async,
          warmUpMs: longWarmUp * warmUpMs,
          warmUpMostMs: longWarmUp * warmUpMostMs,
          warmUpGoal: plan.warmUpGoal,
          sampleMs,
          intervalUs: sampleIntervalUs,
          operations,
        },
        progress,
      );
      return { index, ...(sampled as SampledPath) };
    },
    async countCalls({ path, async }, operations) {
      const variants = [plainVariant('base')];
      const budgetMs = countBudgetMs;
      const job: ForkJob = { task: 'count', spec: path.file, cache, variants, async, operations, budgetMs };
      return (await run(job)) as CountedOperations;
    },
    async verifyFork(plan, { index, seed }, progress) {
      const { path, rows, tree, waits, doses, warmUpMs, warmUpMostMs, warmUpGoal, rounds, batchMs } = plan;
      const dosed = [...new Set(rows.map((row) => row.place))];
      const verified = await run(
        {
          task: 'verify',
          spec: path.file,
          cache,
          variants: dosedVariants(plan, dosed),
          seed,
          async: tree.async,
          waits,
          keepsAwake: waits && keptAwake.has(path.file),
          edges: edgesOf(tree),
          doses,
          dosed,
          warmUpMs,
          warmUpMostMs,
          warmUpGoal,
          rounds,
          batchMs,
        },
        progress,
      );
      return { index, ...(verified as Omit<VerificationFork, 'index'>) };
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What of a fork tells the price of its garbage: its paths alone, the untouched one first, where they ran alone. */
function pricesOf(
  together: MeasuredFork,
  alone: readonly MeasuredFork[],
): Pick<MeasuredFork, 'alone' | 'pauses'> {
  const pauses = alone[0]?.pauses ?? [];
  return {
    alone: alone.flatMap((one) => one.alone),
    pauses: pauses.length > 0 ? pauses : together.pauses,
  };
}

/** What the logs of a fork's threads tell; the measuring thread's is the one with the marks. Removes them. */
function readCompilation(folder: string, files: ReadonlySet<string>): Compilation | null {
  const logs = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  rmSync(folder, { recursive: true, force: true });
  // Logs of other threads are as long, and there may be dozens.
  const marked = logs.find((log) => log.includes(codeLogMarks.end));
  return marked ? readCodeLog(marked.toString('utf8'), files) : null;
}
