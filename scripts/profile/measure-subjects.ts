import { relative } from 'node:path';
import {
  type CommandContext,
  exitCode,
  joinRuns,
  type Report,
  type ReportedRun,
  repeatSpec,
} from 'hotpath/cli';
import { partSettings, type SubjectSettings, weightOf } from './subject-parts.js';
import { shareTime } from './time-shares.js';

/** Each subject's first measurement, and the second of those that have one. */
export interface Measured {
  readonly first: ReportedRun;
  readonly second: ReportedRun;
}

/**
 * Measures subjects one after another. A subject that is measured twice alternates the forks of the two runs, because other
 * load on the machine comes and goes in minutes. An interrupt ends all. `seen` gets all first reports after each subject.
 */
export async function measureSubjects(
  specs: readonly string[],
  settings: SubjectSettings,
  context: CommandContext,
  seen: (reports: readonly Report[]) => void,
): Promise<Measured> {
  const results: ReportedRun[][] = [];
  const joined = (run: number): ReportedRun => joinRuns(results.flatMap((runs) => runs[run] ?? []));
  const { output, folder, signal } = context;
  const nextLimit = limitsOf(specs, settings);
  for (const spec of specs) {
    const all = partSettings(spec, nextLimit(), settings).map((one) => ({ ...one, folder, signal }));
    results.push(await repeatSpec(relative(folder, spec), all, output));
    seen(joined(0).reports);
    if (results.at(-1)?.some(({ code }) => code === exitCode.interrupted)) break;
  }
  return { first: joined(0), second: joined(1) };
}

/** Gives how long the next subject may take, ms. */
function limitsOf(specs: readonly string[], settings: SubjectSettings): () => number | null {
  const { budgetMs } = settings;
  if (budgetMs === null) return () => null;
  const weights = specs.map((spec) => weightOf(spec, settings));
  const shares = shareTime(budgetMs, weights, () => performance.now());
  return () => shares.next();
}
