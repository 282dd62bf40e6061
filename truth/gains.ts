import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import {
  boxTable,
  compareTotals,
  type Estimate,
  exitCode,
  percent,
  processSurroundings,
  type Saving,
  type SessionSettings,
  type Surroundings,
  whatIf,
  withSession,
} from 'hotpath/cli';

/**
 * Projects for paths of known loops what each row's removal would gain, removes the row for real, and compares. The path and
 * its copies without a row are measured in the same processes.
 */
const sources = fileURLToPath(new URL('../paths/', import.meta.url));

/** Paths whose rows can be deleted, and nothing else has to change. */
const paths = ['inlined-loops', 'nested-rows', 'rare-refill', 'allocation'];

/** A projection is right within this share of what the removal brought. */
const tolerance = 0.1;

interface Options {
  readonly quick?: boolean;
  readonly path?: readonly string[];
}

interface Verdict {
  readonly path: string;
  readonly row: string;
  readonly projected: Estimate;
  /** What the removal saved. */
  readonly real: Estimate;
}

async function measureGains(
  { quick = false, path = paths }: Options,
  surroundings: Surroundings,
): Promise<number> {
  const folder = mkdtempSync(join(fileURLToPath(new URL('.', import.meta.url)), 'removed-'));
  try {
    cpSync(sources, folder, { recursive: true });
    const verdicts: Verdict[] = [];
    for (const name of path)
      verdicts.push(...(await gainsOf(join(folder, `${name}.hot.ts`), quick, surroundings)));
    surroundings.output.out(`${table(verdicts, surroundings.output.width)}\n`);
    const right = verdicts.filter(isRight).length;
    surroundings.output.out(
      `${right} of ${verdicts.length} projections are within a tenth of what the removal brought.\n`,
    );
    return right === verdicts.length ? exitCode.fine : exitCode.limitExceeded;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function gainsOf(file: string, quick: boolean, surroundings: Surroundings): Promise<Verdict[]> {
  const { output, signal, freshSeed } = surroundings;
  const settings = (): SessionSettings => ({
    effort: quick ? 'quick' : 'default',
    seed: freshSeed(),
    silenceMs: 30_000,
    signal,
  });
  const { total, projections } = await withSession(file, settings(), output, (session) =>
    whatIf(file, session),
  );
  const removed = projections.filter(({ scenario }) => scenario === 'removed');
  const copies = removed.map(({ name }) => withoutRegion(file, name));
  const savings = await compareTotals(file, copies, settings(), output);
  const path = basename(file, '.hot.ts');
  return removed.map(({ row, gain }, index) => {
    const { before, saved } = savings[index] as Saving;
    return { path, row, projected: scaled(gain, before / total.mean), real: saved };
  });
}

/** The machine may be slower or quicker than when it was projected: gains go with the whole. */
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
  // Marks stay: specifications name them.
  const kept = lines.filter((line, index) => index <= from || index >= to || line.trim().startsWith('// #'));
  const copy = file.replace(/\.hot\.ts$/, `-without-${name.replace(/\W+/g, '-')}.hot.ts`);
  writeFileSync(copy, kept.join('\n').replaceAll(basename(file), basename(copy)));
  return copy;
}

function half({ low, high }: Estimate): number {
  return (high - low) / 2;
}

/** Whether the two differ by no more than their intervals allow. */
function isHeld({ projected, real }: Verdict): boolean {
  return Math.abs(projected.mean - real.mean) <= Math.hypot(half(projected), half(real));
}

function isRight({ projected, real }: Verdict): boolean {
  return Math.abs(projected.mean - real.mean) <= tolerance * Math.abs(real.mean);
}

function table(verdicts: readonly Verdict[], width: number): string {
  const rows = verdicts.map((verdict) => {
    const { path, row, projected, real } = verdict;
    return [
      `${path}: ${row}`,
      withError(projected),
      withError(real),
      percent(projected.mean / real.mean - 1),
      isRight(verdict) ? 'yes' : 'NO',
      isHeld(verdict) ? 'yes' : 'NO',
    ];
  });
  const numbers = ['Projected (ns)', 'Removed for real', 'Error', '≤ 10 %', 'In 95 %'];
  return boxTable(
    [{ title: 'Row', align: 'left' }, ...numbers.map((title) => ({ title, align: 'right' as const }))],
    [rows],
    width,
  );
}

function withError(time: Estimate): string {
  return `${time.mean.toFixed(1)} ±${half(time).toFixed(1)}`;
}

const surroundings = processSurroundings();
await new Command('npm run truth:gains --')
  .description('Removes rows of known loops for real, and says how right the projected gains were.')
  .option('--quick', 'fewer processes and shorter measurement')
  .addOption(new Option('--path <name...>', 'only these paths (default: all)').choices(paths))
  .action(async (options: Options) => {
    process.exitCode = await measureGains(options, surroundings);
  })
  .parseAsync();
