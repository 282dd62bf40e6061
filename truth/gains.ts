import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import {
  boxTable,
  type CommandContext,
  compareTotals,
  comparisonPolicies,
  type Estimate,
  exitCode,
  percent,
  policies,
  processContext,
  type Saving,
  type SessionSettings,
  whatIf,
  withSession,
} from 'hotpath/cli';
import { type GainOfRow, half, isHeld, type Verdict, verdictOf } from './gain-verdict.js';

/**
 * Projects what the removal of each row would gain in paths of known loops, removes the row, and compares. The path and its
 * copies without a row are measured in the same forks.
 */
const sources = fileURLToPath(new URL('../paths/', import.meta.url));

/** Paths whose rows can be deleted without any other change. */
const paths = ['inlined-loops', 'nested-rows', 'rare-refill', 'allocation'];

/** A tenth of a row is a small part of its path, so gains and savings take more replicates than the rows of a path do. */
const gainPolicies = {
  ...policies,
  default: { ...policies.default, replicates: 18, experimentReplicates: 18 },
};
const savingPolicies = {
  ...comparisonPolicies,
  default: { ...comparisonPolicies.default, replicates: 24, aloneReplicates: 12 },
};

interface Options {
  readonly quick?: boolean;
  readonly path?: readonly string[];
}

interface GainOfPath extends GainOfRow {
  readonly path: string;
}

async function measureGains(
  { quick = false, path = paths }: Options,
  context: CommandContext,
): Promise<number> {
  const effort = quick ? 'quick' : 'default';
  const folder = mkdtempSync(join(fileURLToPath(new URL('.', import.meta.url)), 'removed-'));
  try {
    cpSync(sources, folder, { recursive: true });
    const gains: GainOfPath[] = [];
    for (const name of path) {
      const own = await gainsOf(join(folder, `${name}.hot.ts`), effort, context);
      gains.push(...own.map((gain) => ({ ...gain, path: name })));
    }
    context.output.out(gainsText(gains, context.output.width));
    return codeOf(gains.map(verdictOf));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function codeOf(verdicts: readonly Verdict[]): number {
  if (verdicts.includes('NO')) return exitCode.limitExceeded;
  return verdicts.includes('unsure') ? exitCode.inconclusive : exitCode.fine;
}

async function gainsOf(
  file: string,
  effort: SessionSettings['effort'],
  { output, signal, freshSeed }: CommandContext,
): Promise<GainOfRow[]> {
  const settings = (): SessionSettings => ({ effort, seed: freshSeed(), silenceMs: 30_000, signal });
  const { total, projections } = await withSession(
    file,
    { ...settings(), efforts: gainPolicies },
    output,
    (session) => whatIf(file, session),
  );
  const removed = projections.filter(({ scenario }) => scenario === 'removed');
  const copies = removed.map(({ name }) => withoutRegion(file, name));
  const savings = await compareTotals(file, copies, { ...settings(), efforts: savingPolicies }, output);
  return removed.map(({ row, gain }, index) => {
    const { before, saved } = savings[index] as Saving;
    return { row, projected: scaled(gain, before / total.mean), real: saved };
  });
}

/** The machine may be slower or faster than during the projection: gains scale with the whole. */
function scaled({ mean, low, high }: Estimate, speed: number): Estimate {
  return { mean: mean * speed, low: low * speed, high: high * speed };
}

/** A copy of a specification without the statements of a region. */
function withoutRegion(file: string, name: string): string {
  const lines = readFileSync(file, 'utf8').split('\n');
  const from = lines.findIndex((line) => line.trim() === `// #region ${name}`);
  let depth = 0;
  const to = lines.findIndex((line, index) => {
    if (index >= from && line.trim().startsWith('// #region')) depth++;
    return index >= from && line.trim() === '// #endregion' && --depth === 0;
  });
  if (from < 0 || to < 0) throw new Error(`${file} has no region "${name}"`);
  // Region comments stay: specifications name them.
  const kept = lines.filter((line, index) => index <= from || index >= to || line.trim().startsWith('// #'));
  const copy = file.replace(/\.hot\.ts$/, `-without-${name.replace(/\W+/g, '-')}.hot.ts`);
  writeFileSync(copy, kept.join('\n').replaceAll(basename(file), basename(copy)));
  return copy;
}

function gainsText(gains: readonly GainOfPath[], width: number): string {
  const verdicts = gains.map(verdictOf);
  const count = (wanted: Verdict): number => verdicts.filter((verdict) => verdict === wanted).length;
  const unsure = count('unsure');
  return [
    table(gains, width),
    `${count('yes')} of ${gains.length - unsure} projections are within a tenth of what the removal saved.`,
    ...(unsure === 0 ? [] : [`Not counted: ${unsure} unsure, whose intervals are too wide to tell.`]),
    '',
  ].join('\n');
}

function table(gains: readonly GainOfPath[], width: number): string {
  const rows = gains.map((gain) => [
    `${gain.path}: ${gain.row}`,
    withError(gain.projected),
    withError(gain.real),
    percent(gain.projected.mean / gain.real.mean - 1),
    verdictOf(gain),
    isHeld(gain) ? 'yes' : 'NO',
  ]);
  const numbers = ['Projected (ns)', 'Saved (ns)', 'Error', '≤ 10 %', 'In 95 %'];
  return boxTable(
    [{ title: 'Row', align: 'left' }, ...numbers.map((title) => ({ title, align: 'right' as const }))],
    [rows],
    width,
  );
}

function withError(time: Estimate): string {
  return `${time.mean.toFixed(1)} ±${half(time).toFixed(1)}`;
}

const context = processContext();
await new Command('npm run truth:gains --')
  .description(
    'Removes rows from paths of known loops, and compares what that saves with the projected gains.',
  )
  .option('--quick', 'fewer forks and shorter measurement: wider intervals')
  .addOption(new Option('--path <name...>', 'only these paths (default: all)').choices(paths))
  .action(async (options: Options) => {
    process.exitCode = await measureGains(options, context);
  })
  .parseAsync();
