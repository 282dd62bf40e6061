import { relative } from 'node:path';
import {
  exitCode,
  policies,
  type Report,
  type RunResult,
  type RunSettings,
  runSpecs,
  type Surroundings,
} from 'hotpath/cli';
import { storySubject } from './findings/write-findings.js';

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
  const first: RunResult[] = [];
  const second: RunResult[] = [];
  for (const spec of specs) {
    first.push(await measureSubject({ spec, isSecond: false }, settings, surroundings));
    seen(joined(first).reports);
    const { code } = joined(first);
    if (code === exitCode.interrupted) break;
    if (code !== exitCode.fine || !isRepeated(spec, settings)) continue;
    second.push(await measureSubject({ spec, isSecond: true }, settings, surroundings));
    if (joined(second).code === exitCode.interrupted) break;
  }
  return { first: joined(first), second: joined(second) };
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

interface Part {
  readonly spec: string;
  readonly isSecond: boolean;
}

function measureSubject(
  { spec, isSecond }: Part,
  { quick, routes, mode, seed }: SubjectSettings,
  { output, folder, signal }: Surroundings,
): Promise<RunResult> {
  const isFindings = mode === 'findings';
  const settings: RunSettings = {
    effort: quick ? 'quick' : 'default',
    efforts: isFindings ? effortsInFindings(spec, quick && isSecond) : policies,
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

/** Other subjects are there to compare with, and a brief second run to say whether the first holds: no more of them. */
function effortsInFindings(spec: string, isBrief: boolean): typeof policies {
  if (isStory(spec) && !isBrief) return policies;
  return { default: { ...policies.default, replicates: 6 }, quick: { ...policies.quick, replicates: 3 } };
}

/** The story's log call is measured with its floors and without its rows, too. */
function scopeOf(file: string): { floors: boolean; skips: boolean } {
  return { floors: isStory(file), skips: isStory(file) };
}

function isStory(file: string): boolean {
  return file.endsWith(`${storySubject}${specEnding}`);
}
