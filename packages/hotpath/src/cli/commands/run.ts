import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { exitCode, UserError } from '../../errors.js';
import { jsonReports } from '../../report/json/report-json.js';
import { terminalReport } from '../../report/terminal/terminal.js';
import { reportOn } from '../../sessions/report-on.js';
import type { RowsWanted } from '../../sessions/rows/wanted-rows.js';
import type { CommandContext } from '../context.js';
import { readMeasurement } from '../files/measurement-file.js';
import { writeRegionPatch } from '../files/region-patch-file.js';
import { checkReportFile, writeReportFile } from '../files/report-file.js';
import { writeNamedFile } from '../files/write-named-file.js';
import { positiveNumber, share } from '../options/option-values.js';
import { addSessionOptions, type SessionOptions } from '../options/session-options.js';
import type { Output } from '../output.js';
import { addStatements, type PathOptions, pathForms } from '../paths/path-options.js';
import { pathNames, withPaths } from '../paths/with-paths.js';
import type { ReportedRun } from '../session/reported-run.js';
import { type RunSettings, runSpecs } from '../session/run-specs.js';
import { settingsOf } from '../session/session.js';

interface Options extends SessionOptions, PathOptions {
  readonly json?: string;
  readonly html?: string;
  readonly routes?: boolean;
  readonly rows: RowsWanted;
  readonly target?: number;
  readonly budget?: number;
  readonly writeRegions?: string;
  readonly save?: string;
  readonly from?: string;
  readonly filter?: string;
  readonly list?: boolean;
}

/** `hotpath run`: measures paths and prints their ledgers. `finish` gets the exit code. */
export function runCommand(context: CommandContext, finish: (code: number) => void): Command {
  const command = new Command('run')
    .description('measure paths and print where their time goes')
    .argument('[path...]', `paths: ${pathForms}`)
    .option('--filter <text>', 'a benchmark file: only cases with this in their names; a regular expression')
    .option('--list', 'print the names of the paths instead of measuring them')
    .option('--routes', "show each route's own number next to the reconciled one")
    .addOption(rowsOption())
    .option('--target <percent>', "measure until the total's interval is this narrow, such as 2%", share)
    .option('--budget <seconds>', budgetMeaning, positiveNumber)
    .option('--json <file>', 'write the report as JSON ("-": to stdout, instead of the table)')
    .option('--html <file>', 'write the report as one page: ledger, flame graph, forks; works offline')
    .option('--write-regions <file>', writeMeaning)
    .option('--save <file>', 'save the raw measurement, from which --from makes the report again')
    .option('--from <file>', 'report on a saved or interrupted measurement instead of measuring');
  return addSessionOptions(addStatements(command))
    .addHelpText('after', examples)
    .action(async (specs: string[], options: Options) => finish(await run(specs, options, context)));
}

function rowsOption(): Option {
  return new Option('--rows <which>', rowsMeaning).choices(['either', 'named', 'auto']).default('either');
}

const rowsMeaning =
  'named: marked regions and named functions; auto: hotpath chooses; either: the named ones, and where none runs hotpath chooses';

const writeMeaning =
  'write a patch with the `// #region` marks that give the chosen rows ("-": to stdout, instead of the table)';

const targetBudget = 90;

const budgetMeaning = `time for each path: with --target, how long to keep trying (default: ${targetBudget}); without it, no replicate starts that would end later`;

const examples = `
The table is as wide as the terminal, or as COLUMNS says. From 120 columns on it also shows bytes,
calls, dilation, trust and place.

Examples:
  $ hotpath run subjects/fapilog.info.hot.ts
  $ hotpath run subjects/*.hot.ts --quick --json out.json
  $ hotpath run subjects/fapilog.info.hot.ts --target 2% --routes
  $ hotpath run subjects/*.hot.ts --html report.html
  $ hotpath run lib/router.ts#match --args '["/a?b=1"]' --args '["/c"]'
  $ hotpath run lib/router.ts#Router.prototype.match --this-args '["/api"]' --args '["/a"]'
  $ hotpath run --eval 'schema.parse(value)' --setup 'import { schema } from "./schema"; const value = { a: 1 }'
  $ hotpath run bench/router.bench.ts --filter match

Exit codes: 0 fine, 2 wrong usage or specification, 3 could not measure, 4 the target was
missed, 130 interrupted (what was measured is saved).`;

async function run(specs: readonly string[], options: Options, context: CommandContext): Promise<number> {
  checkArguments(specs, options);
  if (options.list === true) return list(specs, options, context);
  const page = checkedPage(options, context);
  const output = tableOutput(options, context);
  const reported =
    options.from === undefined
      ? await measured(specs, options, { ...context, output })
      : reportSaved(options.from, options, output, context);
  if (reported.reports.length > 0) writeFiles(reported, page, options, context);
  return reported.code;
}

function checkArguments(paths: readonly string[], { from, eval: code }: Options): void {
  if (from !== undefined && (paths.length > 0 || code !== undefined))
    throw new UserError(
      'run: --from reads a saved measurement and takes no path',
      'Leave out --from, or leave out the path.',
    );
}

function casesOf({ filter, ...options }: Options): Options {
  return filter === undefined ? options : { ...options, case: filter };
}

async function list(paths: readonly string[], options: Options, context: CommandContext): Promise<number> {
  const names = await pathNames(paths, casesOf(options), context);
  context.output.out(names.map((name) => `${name}\n`).join(''));
  return exitCode.fine;
}

function measured(paths: readonly string[], options: Options, context: CommandContext): Promise<ReportedRun> {
  return withPaths(paths, casesOf(options), context, (files, own, isStated) =>
    runSpecs(files, runSettings(options, own, isStated), own.output),
  );
}

/** The absolute path of the page, after a check that it can be written; null: no page is wanted. */
function checkedPage({ html }: Options, { folder }: CommandContext): string | null {
  if (html === undefined) return null;
  const page = resolve(folder, html);
  checkReportFile(page);
  return page;
}

/** Where the tables go: nowhere when stdout is for the JSON or a patch. */
function tableOutput({ json, writeRegions }: Options, { output }: CommandContext): Output {
  return json === '-' || writeRegions === '-' ? { ...output, out: () => {} } : output;
}

function runSettings(
  options: Options,
  context: CommandContext,
  isStated: (file: string) => boolean,
): RunSettings {
  return {
    ...settingsOf(options, context),
    ...timeOf(options),
    routes: options.routes === true,
    scope: (file) => ({ rows: isStated(file) && options.rows === 'either' ? 'both' : options.rows }),
    folder: context.folder,
    save: options.save ?? null,
  };
}

/** With a target the budget is the time for reaching it; without one it limits the measurement. */
function timeOf({ target, budget }: Options): Pick<RunSettings, 'target' | 'limitMs'> {
  const budgetMs = budget === undefined ? null : 1000 * budget;
  return target === undefined
    ? { target: null, limitMs: budgetMs }
    : { target: { share: target, budgetMs: budgetMs ?? 1000 * targetBudget }, limitMs: null };
}

function reportSaved(
  file: string,
  { routes = false }: Options,
  output: Output,
  { folder }: CommandContext,
): ReportedRun {
  const measurement = readMeasurement(file, folder);
  const report = reportOn(measurement);
  output.out(terminalReport(report, { width: output.width, folder, routes }));
  return { reports: [report], measurements: [measurement], code: exitCode.fine };
}

function writeFiles(
  reported: ReportedRun,
  page: string | null,
  { json, writeRegions }: Options,
  context: CommandContext,
): void {
  const { output, folder } = context;
  if (json === '-') output.out(jsonReports(reported.reports));
  else if (json !== undefined) writeNamedFile(json, jsonReports(reported.reports), folder);
  if (page !== null) writeReportFile(page, reported, folder);
  if (writeRegions !== undefined) writeRegionPatch(writeRegions, reported.measurements, context);
}
