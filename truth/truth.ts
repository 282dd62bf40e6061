import { relative } from 'node:path';
import { Command } from 'commander';
import {
  type CommandContext,
  exitCode,
  explain,
  percent,
  processContext,
  UserError,
  wholeNumber,
} from 'hotpath/cli';
import type { Verdict } from './compare.js';
import { errorTable, worstOf } from './error-table.js';
import { type HandMadeOptions, measureHandMade } from './hand-made.js';
import { judgeFolder, measureRandom, type RandomOptions, type RandomVerdict } from './measure-random.js';

/** Measures paths whose shares are known by construction, with hotpath and with two common tools. */
interface Options extends HandMadeOptions, Omit<RandomOptions, 'random'> {
  readonly random?: number;
  readonly from?: string;
  readonly handMade: boolean;
}

async function measureTruth(options: Options, context: CommandContext): Promise<number> {
  const { from, random, handMade } = options;
  if (from !== undefined) return printErrors(await judgeFolder(from, context), [], context);
  const generated =
    random === undefined
      ? { verdicts: [], code: exitCode.fine }
      : await measureRandom({ ...options, random }, context);
  if (generated.code !== exitCode.fine) return generated.code;
  const made = handMade ? await measureHandMade(options, context) : { verdicts: [], code: exitCode.fine };
  if (made.code !== exitCode.fine) return made.code;
  if (handMade) context.output.out(`${summary(made.verdicts)}\n`);
  if (random !== undefined) return printErrors(generated.verdicts, made.verdicts, context);
  return made.verdicts.every(({ within }) => within) ? exitCode.fine : exitCode.limitExceeded;
}

/** Most rows have to be within their limit: the share that is asked of random paths. */
const wantedWithin = 0.95;

/** Prints how errors are distributed, and the worst path as a specification that can be run again. */
function printErrors(
  random: readonly RandomVerdict[],
  made: readonly Verdict[],
  { output, folder }: CommandContext,
): number {
  const families = (['chained', 'mixed', 'waiting'] as const).map((title) => ({
    title,
    verdicts: random.filter(({ family }) => family === title),
  }));
  const all = [{ title: 'random', verdicts: random }, ...families, { title: 'hand-made', verdicts: made }];
  output.out(`${errorTable(all, output.width)}\n`);
  const worst = worstOf(random) as RandomVerdict | null;
  if (worst) {
    const { path, row, hotpath, truth, file } = worst;
    output.out(
      `Worst: ${path}, ${row}: ${percent(hotpath)}, and ${percent(truth)} is true.\n` +
        `  npx hotpath run ${relative(folder, file)} --quick --routes\n`,
    );
  }
  const within = random.filter((verdict) => verdict.within).length / random.length;
  return within >= wantedWithin ? exitCode.fine : exitCode.limitExceeded;
}

function summary(verdicts: readonly Verdict[]): string {
  const share = (good: (verdict: Verdict) => boolean): string =>
    `${verdicts.filter(good).length} of ${verdicts.length}`;
  const wrong = (of: (verdict: Verdict) => number | null): string => {
    const errors = verdicts.map((verdict) => Math.abs((of(verdict) ?? Number.NaN) - verdict.truth));
    const known = errors.filter((error) => !Number.isNaN(error));
    return known.length === 0 ? 'not run' : `${(100 * Math.max(...known)).toFixed(1)} points`;
  };
  return [
    `Rows within one percentage point or 3% of themselves: ${share(({ within }) => within)}. Intervals that hold the truth: ${share(({ held }) => held)}.`,
    `Largest error: hotpath ${wrong(({ hotpath }) => hotpath)}, node --cpu-prof ${wrong(({ cpuProfile: it }) => it)}, always-on spans ${wrong(({ alwaysOn }) => alwaysOn)}.`,
  ].join('\n');
}

function explained(problem: unknown): number {
  if (!(problem instanceof UserError)) throw problem;
  explain(problem, context.folder, context.output);
  return problem.code;
}

const context = processContext();
await new Command('npm run truth --')
  .description('Measures paths whose shares are known by construction, and shows the error of each tool.')
  .option('--runs <number>', 'how many times hotpath measures each hand-made path', wholeNumber, 1)
  .option('--quick', 'fewer forks and shorter measurement: wider intervals')
  .option('--path <name...>', 'of the hand-made paths only these, such as inlined-loops (default: all)')
  .option('--no-peers', 'leave out node --cpu-prof and always-on spans')
  .option('--random <number>', 'also measure this many generated paths', wholeNumber)
  .option('--seed <number>', 'seed of the generated paths', wholeNumber, 1)
  .option('--keep <folder>', 'where generated paths and their raw measurements are kept', '.hotpath/truth')
  .option('--from <folder>', 'estimate anew what was kept in this folder, and measure nothing')
  .option('--no-hand-made', 'leave out the hand-made paths')
  .action(async (options: Options) => {
    process.exitCode = await measureTruth(options, context).catch(explained);
  })
  .parseAsync();
