import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import {
  type CommandContext,
  exitCode,
  explain,
  jsonReports,
  positiveNumber,
  processContext,
  projectRows,
  type Report,
  type ReportedRun,
  refuseSwallowedOption,
  UserError,
  wholeNumber,
  writeNamedFile,
} from 'hotpath/cli';
import { type Scored, scoreChanges } from './changes/score-changes.js';
import type { Evidence } from './findings/evidence.js';
import { type Experiment, ExperimentFailed, runExperiment } from './findings/run-experiment.js';
import { storySubject, writeFindings } from './findings/write-findings.js';
import { findingsTime } from './findings-time.js';
import { measureSubjects } from './measure-subjects.js';
import { compareRuns, reproductionTable } from './reproduction.js';
import { type Mode, modes, specEnding } from './subject-parts.js';

const subjects = fileURLToPath(new URL('../../subjects/', import.meta.url));
const documents = fileURLToPath(new URL('../../docs/architecture/', import.meta.url));

interface Options {
  readonly output: string;
  readonly quick?: boolean;
  readonly routes?: boolean;
  readonly subject?: readonly string[];
  readonly mode?: Mode;
  readonly budget?: number;
  readonly seed?: number;
}

async function profile(options: Options, context: CommandContext): Promise<number> {
  const { output, folder } = context;
  const { quick = false, routes = false } = options;
  const mode = options.mode ?? (options.subject ? 'ledger' : 'findings');
  const seed = options.seed ?? context.freshSeed();
  const specs = chosenSubjects(options.subject);
  const isFindings = mode === 'findings';
  const time = findingsTime(budgetOf(options, isFindings), quick ? 'quick' : 'default', () =>
    performance.now(),
  );
  const experiments = isFindings ? await runExperiments(options, context) : null;
  time.experimentsDone();
  const { first, second } = await measureSubjects(
    specs,
    { quick, routes, mode, seed, budgetMs: time.forSubjects() },
    context,
    (reports) => write(options.output, reports),
  );
  if (first.reports.length > 0) output.err(`The report is in ${options.output}.\n`);
  const code = Math.max(first.code, second.code);
  if (mode === 'ledger' || code !== exitCode.fine) return code;
  const repeated = first.reports.filter(({ path }) =>
    second.reports.some((other) => other.path.file === path.file),
  );
  const comparisons = compareRuns(repeated, second.reports);
  output.out(reproductionTable(comparisons, output.width));
  if (experiments !== null) {
    const scored = time.canScore() ? await scoreStory(first, seed + 2000, context) : null;
    const evidence = { reproduction: comparisons, scored, ...experiments };
    for (const file of writeFindings(first, evidence, documents, quick))
      output.out(`${relative(folder, file)}\n`);
    return exitCode.fine;
  }
  return comparisons.every((row) => row.reproduced) ? exitCode.fine : exitCode.limitExceeded;
}

/** How long the findings may take, s: ten minutes or three, less what building and writing take. */
const budgets = { default: 575, quick: 170 } as const;

/** ms; null: no limit. */
function budgetOf({ quick, budget }: Options, isFindings: boolean): number | null {
  if (budget !== undefined) return 1000 * budget;
  return isFindings ? 1000 * (quick ? budgets.quick : budgets.default) : null;
}

/** Carries recommendations out; how right they were takes no more than the quick effort. */
function scoreStory(
  { reports, measurements }: ReportedRun,
  seed: number,
  context: CommandContext,
): Promise<Scored[]> {
  const index = reports.findIndex(({ path }) => path.name === storySubject);
  const [measurement, report] = [measurements[index], reports[index]];
  if (!measurement || !report) throw new Error(`${storySubject} was not measured`);
  const settings = { effort: 'quick', seed, silenceMs: 30_000, signal: context.signal } as const;
  return scoreChanges(storySubject, projectRows(measurement, report.ledger), settings, context);
}

/** What the story asks of copies (AC4) and of errors (AC5). */
async function runExperiments(
  { quick, seed }: Options,
  context: CommandContext,
): Promise<Pick<Evidence, 'copies' | 'errors'>> {
  const folder = mkdtempSync(join(tmpdir(), 'hotpath-findings-'));
  const effort = [...(quick ? ['--quick'] : []), ...(seed === undefined ? [] : ['--seed', String(seed)])];
  const run = (name: string, words: readonly string[]): Promise<Experiment> =>
    runExperiment([name, ...words, ...effort], join(folder, `${name}.json`), context, (file) =>
      JSON.parse(readFileSync(file, 'utf8')),
    );
  try {
    const copies = await run('copies', ['--shape', 'story', 'story-256', 'flat-5', 'flat-50', 'nested']);
    const serializer = 'subjects/fapilog-serializer.ts#toRecord';
    return { copies, errors: await run('errors', ['--depth', '10,25,50', '--serialize', serializer]) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function chosenSubjects(wanted: readonly string[] | undefined): string[] {
  const names = readdirSync(subjects)
    .filter((file) => file.endsWith(specEnding))
    .map((file) => file.slice(0, -specEnding.length));
  const unknown = wanted?.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new UserError(`there is no subject "${unknown}"`, `Subjects: ${names.join(', ')}.`);
  return (wanted ?? names).map((name) => `${subjects}${name}${specEnding}`);
}

function write(file: string, reports: readonly Report[]): void {
  if (reports.length > 0) writeNamedFile(file, jsonReports(reports), process.cwd());
}

function createProgram(context: CommandContext, finish: (code: number) => void): Command {
  const { output } = context;
  const described = Object.entries(modes).map(([name, meaning]) => `  ${name.padEnd(12)}${meaning}`);
  return new Command('npm run profile --')
    .description("Measures where the time of a log call goes: fapilog's paths, and pino's beside them.")
    .option('--output <file>', 'the report as JSON', 'profile_results.json')
    .option('--quick', 'fewer processes and shorter measurement: wider intervals')
    .option('--routes', "show each route's own number beside the reconciled one")
    .option('--subject <name...>', 'only these subjects, such as fapilog.info (default: all)')
    .option('--mode <mode>', 'what to do, see below (default: findings; ledger with --subject)', parseMode)
    .option('--budget <seconds>', budgetMeaning, positiveNumber)
    .option('--seed <number>', 'seed of all random order (default: from the clock)', wholeNumber)
    .addHelpText('after', `\nModes:\n${described.join('\n')}`)
    .hook('preAction', (command) => refuseSwallowedOption(command))
    .exitOverride()
    .configureOutput({ writeOut: (text) => output.out(text), writeErr: (text) => output.err(text) })
    .action(async (options: Options) => finish(await profile(options, context)));
}

const budgetMeaning = `how long it may take: a slow machine leaves replicates out (default: for findings ${budgets.default}, with --quick ${budgets.quick}; else no limit)`;

function parseMode(text: string): Mode {
  if (!Object.hasOwn(modes, text))
    throw new InvalidArgumentError(`It must be one of ${Object.keys(modes).join(', ')}.`);
  return text as Mode;
}

const context = processContext();
try {
  await createProgram(context, (code) => {
    process.exitCode = code;
  }).parseAsync();
} catch (problem) {
  if (problem instanceof UserError) {
    explain(problem, context.folder, context.output);
    process.exitCode = problem.code;
  } else if (problem instanceof ExperimentFailed) process.exitCode = problem.code;
  else if (problem instanceof CommanderError)
    process.exitCode = problem.exitCode === 0 ? exitCode.fine : exitCode.usage;
  else throw problem;
}
