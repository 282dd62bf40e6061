import { type Policy, policies, type RepeatSettings } from 'hotpath/cli';
import { storySubject, waitingSubject } from '../findings/write-findings.js';

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

/** One measurement of a subject. */
interface Part {
  readonly spec: string;
  readonly isSecond: boolean;
}

/** How long a subject takes beside others, roughly: it decides nothing where all of them fit. */
export function weightOf(spec: string, settings: SubjectSettings): number {
  return partsOf(spec, settings).reduce((sum, part) => sum + weightOfPart(part), 0);
}

/** What is asked of each measurement of a subject, which may take `limitMs` with all of them; null: no limit. */
export function partSettings(
  spec: string,
  limitMs: number | null,
  settings: SubjectSettings,
): Omit<RepeatSettings, 'folder' | 'signal'>[] {
  const whole = weightOf(spec, settings);
  return partsOf(spec, settings).map((part) => {
    const share = weightOfPart(part) / whole;
    return { ...settingsOf(part, settings), limitMs: limitMs === null ? null : limitMs * share };
  });
}

/** A subject's first measurement, and the second where it has one. */
function partsOf(spec: string, settings: SubjectSettings): Part[] {
  const first = { spec, isSecond: false };
  return isRepeated(spec, settings) ? [first, { spec, isSecond: true }] : [first];
}

function settingsOf(
  { spec, isSecond }: Part,
  { quick, routes, mode, seed }: SubjectSettings,
): Omit<RepeatSettings, 'folder' | 'signal' | 'limitMs'> {
  const isFindings = mode === 'findings';
  return {
    effort: quick ? 'quick' : 'default',
    efforts: isFindings ? effortsInFindings({ spec, isSecond }, quick) : policies,
    seed: isSecond ? seed + 1000 : seed,
    silenceMs: 30_000,
    routes,
    ...(isFindings && !isSecond && { scope: scopeOf }),
  };
}

function weightOfPart({ spec, isSecond }: Part): number {
  if (spec.endsWith(`${waitingSubject}${specEnding}`)) return isSecond ? 2 : 2.5;
  if (isStory(spec)) return isSecond ? 2.5 : 4;
  return spec.includes('pino') ? 1 : 3.25;
}

/** The brief findings repeat the story's log call alone. */
function isRepeated(spec: string, { mode, quick }: SubjectSettings): boolean {
  return mode === 'reproduce' || (mode === 'findings' && (!quick || isStory(spec)));
}

/**
 * Other subjects are there to compare with, and a second run to say whether the rows of the first hold: a brief one no
 * more of them. A second run is asked neither for samples nor for V8's log, and neither it nor any brief run for what rows waited,
 * which takes more threads in a process.
 */
function effortsInFindings({ spec, isSecond }: Part, isBrief: boolean): typeof policies {
  const isWhole = isStory(spec) && !(isSecond && isBrief);
  const own = (policy: Policy, replicates: number): Policy => ({
    ...policy,
    replicates: isWhole ? policy.replicates : replicates,
    aloneReplicates: isWhole && !isBrief ? null : fewestPrices,
    sampledForks: isSecond ? 0 : policy.sampledForks,
    codeLogForks: isSecond ? 0 : policy.codeLogForks,
    waitReplicates: isSecond || isBrief ? 0 : policy.waitReplicates,
  });
  return { default: own(policies.default, 6), quick: own(policies.quick, 3) };
}

/** Replicates of a lesser subject that have a process alone for the price of garbage. */
const fewestPrices = 2;

/** The story's log call is measured with its floors and without its rows, too. */
function scopeOf(file: string): { floors: boolean; skips: boolean } {
  return { floors: isStory(file), skips: isStory(file) };
}

function isStory(file: string): boolean {
  return file.endsWith(`${storySubject}${specEnding}`);
}
