import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Edit } from '../instrument/compile.js';
import type { CallTree } from '../model/call-tree.js';
import type { Compilation } from '../model/compilation.js';
import type { HotPath } from '../model/path.js';
import type { Variant } from '../model/plan.js';
import type { RowPlace } from '../model/row.js';
import type { VerificationFork } from '../model/verification.js';
import { readCodeLog } from '../sample/read-code-log.js';
import { quantile } from '../stats/summary.js';
import type { Inspected } from './fork/main.js';
import type { MeasuredFork } from './fork/measure.js';
import type { SampledPath } from './fork/sample.js';
import type { ForkJob, ProbeUse, VariantJob } from './job.js';
import type { Measurer } from './measurer.js';
import { type ForkSettings, runFork } from './run-fork.js';

/** The yardstick's best is this quantile: a single lucky reading is none. */
const bestShare = 0.05;

/** A fork with one variant warms that up for as long as others need for several. */
const longWarmUp = 6;

const traceOperations = 4096;
const traceBudgetMs = 400;

/** Measures in processes of their own; their compiled sources lie in a folder that `close` removes. */
export function createForkMeasurer(settings: ForkSettings): Measurer {
  const folder = mkdtempSync(join(tmpdir(), 'hotpath-'));
  const cache = join(folder, 'compiled');
  let jobs = 0;
  let bestYardstick: number | null = null;
  const run = (job: ForkJob, progress?: (done: number) => void, codeLog?: string): Promise<unknown> =>
    runFork(
      job,
      join(folder, `job-${jobs++}.json`),
      codeLog === undefined ? settings : { ...settings, codeLog },
      progress,
    );

  return {
    async inspect(spec) {
      const loadedList = join(folder, 'loaded.txt');
      const variants = [plainVariant('base')];
      const found = (await run({ task: 'inspect', spec, cache, variants, loadedList })) as Inspected;
      return { ...found, loaded: [...new Set(readFileSync(loadedList, 'utf8').trim().split('\n'))] };
    },
    async trace(path, places) {
      const probed = probedVariant('trace', 'trace', places, allUses(places.keys(), 'trace'), () => true);
      const variants = [withTurns(probed, path, places)];
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
    async measureFork(plan, fork, tree, progress) {
      const { warmUpMs, measureMs, batchMs, calm } = plan.policy;
      const logs = fork.index < plan.policy.codeLogForks;
      const codeLog = logs ? mkdtempSync(join(folder, 'code-log-')) : undefined;
      const measured = await run(
        {
          task: 'measure',
          spec: plan.path.file,
          cache,
          variants: fork.variants.map((variant) => variantJob(variant, plan.path, plan.places, tree)),
          seed: fork.seed,
          async: plan.async,
          edges: edgesOf(tree),
          warmUpMs,
          measureMs,
          batchMs,
          calm,
          calmNs: bestYardstick === null ? null : calm * bestYardstick,
        },
        progress,
        codeLog,
      );
      const compilation = codeLog === undefined ? null : readCompilation(codeLog, new Set(plan.path.loaded));
      const { index, replicate } = fork;
      const result = { index, replicate, ...(measured as MeasuredFork), compilation };
      const times = result.variants.flatMap(({ batches }) => batches.map((batch) => batch.yardstickNs));
      bestYardstick = Math.min(bestYardstick ?? Number.POSITIVE_INFINITY, quantile(times, bestShare));
      return result;
    },
    async sampleFork(plan, { index }, operations, progress) {
      const { warmUpMs, sampleMs, sampleIntervalUs } = plan.policy;
      const sampled = await run(
        {
          task: 'sample',
          spec: plan.path.file,
          cache,
          variants: [plainVariant('base')],
          async: plan.async,
          warmUpMs: longWarmUp * warmUpMs,
          sampleMs,
          intervalUs: sampleIntervalUs,
          operations,
        },
        progress,
      );
      return { index, ...(sampled as SampledPath) };
    },
    async verifyFork(plan, { index, seed }, progress) {
      const { path, places, rows, tree, doses, warmUpMs, rounds, batchMs } = plan;
      const dosed = [...new Set(rows.map((row) => row.place))];
      const plain: readonly Variant[] = [
        { id: 'whole', kind: 'base' },
        ...dosed.map((place): Variant => ({ id: `span-${place}`, kind: 'span', place })),
      ];
      const verified = await run(
        {
          task: 'verify',
          spec: path.file,
          cache,
          variants: plain.map((variant) => withDoses(variantJob(variant, path, places, tree), dosed, places)),
          seed,
          async: tree.async,
          edges: edgesOf(tree),
          doses,
          dosed,
          warmUpMs,
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

/** What the logs of a fork's threads tell; the measuring thread's is the one with the marks. Removes them. */
function readCompilation(folder: string, files: ReadonlySet<string>): Compilation | null {
  const logs = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  return logs.map((text) => readCodeLog(text, files)).find((read) => read !== null) ?? null;
}

function variantJob(
  variant: Variant,
  path: HotPath,
  places: readonly RowPlace[],
  tree: CallTree,
): VariantJob {
  if (variant.kind === 'repeat') return repeatVariant(variant.id, variant.place, places);
  if (variant.kind !== 'span' && variant.kind !== 'wait') return plainVariant(variant.id, variant.kind);
  const uses = { ...allUses(waysTo(variant.place, tree), 'mark'), [variant.place]: variant.kind };
  const recursive = tree.recursive.filter((place) => place in uses);
  const job = {
    ...probedVariant(variant.id, variant.kind, places, uses, (place) => tree.thrown.includes(place)),
    recursive,
  };
  return tree.concurrent ? withTurns(job, path, places) : job;
}

/** The same variant, told of the suspensions in all files in which rows are looked for or found. */
function withTurns(job: VariantJob, { sources }: HotPath, places: readonly RowPlace[]): VariantJob {
  const turns = places.length;
  const edits: Record<string, readonly Edit[]> = { ...job.edits };
  for (const file of new Set([...sources, ...places.map((place) => place.file)]))
    edits[file] = [...(edits[file] ?? []), { index: turns, kind: 'suspensions' }];
  return { ...job, edits, turns };
}

/** The same variant with a dose point at each of some places. */
function withDoses(job: VariantJob, dosed: readonly number[], places: readonly RowPlace[]): VariantJob {
  const edits: Record<string, Edit[]> = {};
  for (const [file, own] of Object.entries(job.edits)) edits[file] = [...own];
  for (const index of dosed) {
    const { file, kind, start } = places[index] as RowPlace;
    edits[file] = [...(edits[file] ?? []), { index, kind: 'dose', place: kind, start }];
  }
  return { ...job, edits };
}

/** Places that must be marked to tell the place's several parents apart; none where it has one parent. */
export function waysTo(place: number, tree: CallTree): Set<number> {
  const own = tree.nodes.filter((node) => node.place === place);
  const ways = new Set<number>();
  if (own.length < 2) return ways;
  for (const node of own) {
    for (let at = node.parent; at > 0; at = tree.nodes[at]?.parent ?? -1)
      ways.add(tree.nodes[at]?.place ?? -1);
  }
  return ways;
}

function edgesOf(tree: CallTree): (readonly [number, number, number])[] {
  return tree.nodes.flatMap((node, index) =>
    index === 0 ? [] : [[node.parent, node.place, index] as const],
  );
}

function allUses(places: Iterable<number>, use: ProbeUse): Record<number, ProbeUse> {
  return Object.fromEntries([...places].map((place) => [place, use]));
}

function plainVariant(id: string, kind: VariantJob['kind'] = 'base'): VariantJob {
  return { id, kind, edits: {}, uses: {}, suspends: [], turns: null, recursive: [] };
}

function repeatVariant(id: string, index: number, places: readonly RowPlace[]): VariantJob {
  const { file, start } = places[index] as RowPlace;
  return { ...plainVariant(id, 'repeat'), edits: { [file]: [{ index, kind: 'repeat', start }] } };
}

function probedVariant(
  id: string,
  kind: VariantJob['kind'],
  places: readonly RowPlace[],
  uses: Record<number, ProbeUse>,
  guarded: (place: number) => boolean,
): VariantJob {
  const edits: Record<string, Edit[]> = {};
  const suspends: number[] = [];
  for (const index of Object.keys(uses).map(Number)) {
    const place = places[index] as RowPlace;
    edits[place.file] = [
      ...(edits[place.file] ?? []),
      { index, kind: place.kind, start: place.start, guarded: guarded(index) },
    ];
    if (place.suspends) suspends.push(index);
  }
  return { id, kind, edits, uses, suspends, turns: null, recursive: [] };
}
