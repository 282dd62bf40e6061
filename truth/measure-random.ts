import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CommandContext, exitCode, readMeasurement, reportOn, UserError } from 'hotpath/cli';
import { judge, type Verdict } from './compare.js';
import type { Judged } from './hand-made.js';
import { type MeasureOptions, measureSpec } from './measure-spec.js';
import { spinApart } from './paths/spin.js';
import type { Truth } from './paths/truth.js';
import type { Family } from './random/element.js';
import { generatePath } from './random/generate-path.js';
import { truthOf } from './random/truth-of.js';
import { fileName, writePath } from './random/write-path.js';

export interface RandomOptions extends MeasureOptions {
  /** Number of paths. */
  readonly random: number;
  readonly seed: number;
  /** Where specifications and raw measurements are kept. */
  readonly keep: string;
}

/** A verdict on a row of a generated path. */
export interface RandomVerdict extends Verdict {
  readonly family: Family;
  /** The specification. */
  readonly file: string;
}

/** Generates paths, measures each, and keeps its specification and its raw measurement. */
export async function measureRandom(
  options: RandomOptions,
  context: CommandContext,
): Promise<Judged & { readonly verdicts: readonly RandomVerdict[] }> {
  const { random, seed, keep } = options;
  const folder = resolve(context.folder, keep);
  mkdirSync(folder, { recursive: true });
  const turnsPerMs = calibrate();
  const verdicts: RandomVerdict[] = [];
  for (let index = 0; index < random; index++) {
    const path = generatePath(seed, index);
    const file = join(folder, fileName(path));
    // The system adds some 0.06 ms to a wait.
    const truth = truthOf(path, (ms) => (ms + 0.06) * turnsPerMs);
    writeFileSync(file, writePath(path, truth));
    const { code } = await measureSpec(file, options, measurementOf(relative(context.folder, file)), context);
    if (code !== exitCode.fine) return { verdicts, code };
    verdicts.push(...(await judgeKept(file, context)));
    progress(index + 1, random, context);
  }
  return { verdicts, code: exitCode.fine };
}

/** Estimates anew what was kept in a folder. */
export async function judgeFolder(name: string, context: CommandContext): Promise<RandomVerdict[]> {
  const folder = resolve(context.folder, name);
  const kept = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(ending)) : [];
  const files = kept.map((file) => join(folder, file)).filter((file) => existsSync(measurementOf(file)));
  if (files.length === 0)
    throw new UserError(`${name}: holds no measurement of a random path`, 'Measure with --random first.');
  return (await Promise.all(files.map((file) => judgeKept(file, context)))).flat();
}

const ending = '.hot.mjs';

function measurementOf(spec: string): string {
  return spec.replace(ending, '.measurement.json');
}

async function judgeKept(file: string, { folder }: CommandContext): Promise<RandomVerdict[]> {
  const { truth } = (await import(pathToFileURL(file).href)) as { truth: Truth };
  const report = reportOn(readMeasurement(measurementOf(file), folder));
  const family = /family (\w+)/.exec(readFileSync(file, 'utf8'))?.[1] as Family;
  return judge(report, truth, null).map((verdict) => ({ ...verdict, family, file }));
}

/** Turns of work in a millisecond: the most of some attempts. */
function calibrate(): number {
  const turns = 4_000_000;
  const speeds = Array.from({ length: 25 }, (_, seed) => {
    const start = performance.now();
    spinApart(turns, seed);
    return turns / (performance.now() - start);
  });
  return Math.max(...speeds);
}

function progress(done: number, all: number, { output }: CommandContext): void {
  if (done % 10 === 0 || done === all) output.err(`${done} of ${all} random paths\n`);
}
