import { relative } from 'node:path';
import {
  exitCode,
  type Policy,
  policies,
  type Report,
  type RunResult,
  type RunSettings,
  runSpecs,
  type Surroundings,
} from 'hotpath/cli';
import { storySubject, waitingSubject } from './findings/write-findings.js';
import { shareTime } from './time-shares.js';

export const specEnding = '.hot.ts';

export const modes = {
  findings: 'measure each subject twice, with floor and what-if, and write the findings document',
  ledger: 'measure each subject once',
  reproduce: 'measure each subject twice and compare the rows',
} as const;

export type Mode = keyof typeof modes;

export interface SubjectSettings {
  readonly quick: boolean;
  readonly routes: boolean;
  readonly mode: Mode;
  readonly seed: number;
  /** How long all of it may take, ms; null: as long as its replicates do. */
  readonly budgetMs: number | null;
}

/** Each subject's first measurement, and the second of those that have one. */
export interface Measured {
  readonly first: RunResult;
  readonly second: RunResult;
}

/**
 * Measures subjects one after another, each a second time right behind the first where the mode asks for it: neighbours
 * on the machine come and go in minutes. Where a first measurement fails, no second is made; an interruption ends all.
 * `seen` is told of all first reports after each.
 */
export async function measureSubjects(
  specs: readonly string[],
  settings: SubjectSettings,
  surroundings: Surroundings,
  seen: (reports: readonly Report[]) => void,
): Promise<Measured> {
  const results: { readonly part: Part; readonly result: RunResult }[] = [];
  const joinedOf = (isSecond: boolean): RunResult =>
    joined(results.filter(({ part }) => part.isSecond === isSecond).map(({ result }) => result));
  const parts = specs.flatMap((spec) => partsOf(spec, settings));
  const limit = limitsOf(parts, settings);
  for (const part of parts) {
    const limitMs = limit();
    if (part.isSecond && joinedOf(false).code !== exitCode.fine) continue;
    results.push({ part, result: await measureSubject(part, limitMs, settings, surroundings) });
    if (!part.isSecond) seen(joinedOf(false).reports);
    if (results.at(-1)?.result.code === exitCode.interrupted) break;
  }
  return { first: joinedOf(false), second: joinedOf(true) };
}

interface Part {
  readonly spec: string;
  readonly isSecond: boolean;
}

function partsOf(spec: string, settings: SubjectSettings): Part[] {
  const first = { spec, isSecond: false };
  return isRepeated(spec, settings) ? [first, { spec, isSecond: true }] : [first];
}

/** How long each part may take in its turn. */
function limitsOf(parts: readonly Part[], { budgetMs }: SubjectSettings): () => number | null {
  if (budgetMs === null) return () => null;
  const shares = shareTime(budgetMs, parts.map(weightOf), () => performance.now());
  return () => shares.next();
}

/** How long parts take beside each other, roughly: it decides nothing where all of them fit. */
function weightOf({ spec, isSecond }: Part): number {
  if (spec.endsWith(`${waitingSubject}${specEnding}`)) return isSecond ? 2 : 4;
  if (isStory(spec)) return isSecond ? 2.5 : 4;
  return spec.includes('pino') ? 1 : 2.5;
}

function joined(results: readonly RunResult[]): RunResult {
  return {
    reports: results.flatMap(({ reports }) => reports),
    measurements: results.flatMap(({ measurements }) => measurements),
    code: Math.max(exitCode.fine, ...results.map(({ code }) => code)),
  };
}

/** The brief findings repeat the story's log call alone. */
function isRepeated(spec: string, { mode, quick }: SubjectSettings): boolean {
  return mode === 'reproduce' || (mode === 'findings' && (!quick || isStory(spec)));
}

function measureSubject(
  { spec, isSecond }: Part,
  limitMs: number | null,
  { quick, routes, mode, seed }: SubjectSettings,
  { output, folder, signal }: Surroundings,
): Promise<RunResult> {
  const isFindings = mode === 'findings';
  const settings: RunSettings = {
    effort: quick ? 'quick' : 'default',
    efforts: isFindings ? effortsInFindings({ spec, isSecond }, quick) : policies,
    limitMs,
    seed: isSecond ? seed + 1000 : seed,
    silenceMs: 30_000,
    folder,
    routes,
    save: null,
    signal,
    ...(isFindings && !isSecond && { scope: scopeOf }),
  };
  return runSpecs([relative(folder, spec)], settings, output);
}

/**
 * Other subjects are there to compare with, and a second run to say whether the rows of the first hold: a brief one no
 * more of them, and neither it nor any brief run what rows waited, which takes a process of twice as many threads.
 */
function effortsInFindings({ spec, isSecond }: Part, isBrief: boolean): typeof policies {
  const isWhole = isStory(spec) && !(isSecond && isBrief);
  const own = (policy: Policy, replicates: number): Policy => ({
    ...policy,
    replicates: isWhole ? policy.replicates : replicates,
    waitReplicates: isSecond || isBrief ? 0 : policy.waitReplicates,
  });
  return { default: own(policies.default, 6), quick: own(policies.quick, 3) };
}

/** The story's log call is measured with its floors and without its rows, too. */
function scopeOf(file: string): { floors: boolean; skips: boolean } {
  return { floors: isStory(file), skips: isStory(file) };
}

function isStory(file: string): boolean {
  return file.endsWith(`${storySubject}${specEnding}`);
}
