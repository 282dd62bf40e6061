import { type Policy, policies, type RepeatSettings } from 'hotpath/cli';
import { mainSubject, waitingSubject } from '../findings/evidence.js';

export const specEnding = '.hot.ts';

export const modes = {
  findings: 'measure each subject twice, with floors and projections, and write the findings document',
  ledger: 'measure each subject once',
  reproduce: 'measure each subject twice and compare the rows',
} as const;

export type Mode = keyof typeof modes;

export interface SubjectSettings {
  readonly quick: boolean;
  readonly routes: boolean;
  readonly mode: Mode;
  readonly seed: number;
  /** Time limit for all subjects, ms; null: as long as the replicates take. */
  readonly budgetMs: number | null;
}

/** One measurement of a subject. */
interface Part {
  readonly spec: string;
  readonly isSecond: boolean;
}

/** How long a subject takes relative to others, roughly. It matters only where the time limit is too short for all. */
export function weightOf(spec: string, settings: SubjectSettings): number {
  return partsOf(spec, settings).reduce((sum, part) => sum + weightOfPart(part), 0);
}

/** Settings of each measurement of a subject; together they may take `limitMs`, null: no limit. */
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
  if (isMain(spec)) return isSecond ? 2.5 : 4;
  return spec.includes('pino') ? 1 : 3.25;
}

/** The quick findings repeat the main subject alone. */
function isRepeated(spec: string, { mode, quick }: SubjectSettings): boolean {
  return mode === 'reproduce' || (mode === 'findings' && (!quick || isMain(spec)));
}

/**
 * What each measurement of the findings is reduced to:
 *
 * - other subjects, which are there to compare with, and the second run of quick findings: fewer replicates;
 * - a second run, which shows whether the rows of the first are reproduced: no samples and no V8 log;
 * - a second run and a quick run: no off-CPU time of rows, which takes more threads in a fork.
 */
function effortsInFindings({ spec, isSecond }: Part, isQuick: boolean): typeof policies {
  const isWhole = isMain(spec) && !(isSecond && isQuick);
  const own = (policy: Policy, replicates: number): Policy => ({
    ...policy,
    replicates: isWhole ? policy.replicates : replicates,
    aloneReplicates: isWhole && !isQuick ? null : fewestPrices,
    sampledForks: isSecond ? 0 : policy.sampledForks,
    codeLogForks: isSecond ? 0 : policy.codeLogForks,
    waitReplicates: isSecond || isQuick ? 0 : policy.waitReplicates,
  });
  return { default: own(policies.default, 6), quick: own(policies.quick, 3) };
}

/** Replicates of a reduced measurement with a fork of their own for the price of garbage. */
const fewestPrices = 2;

/** Only the main subject is also measured with its floors and without its rows. */
function scopeOf(file: string): { floors: boolean; skips: boolean } {
  return { floors: isMain(file), skips: isMain(file) };
}

function isMain(file: string): boolean {
  return file.endsWith(`${mainSubject}${specEnding}`);
}
