import { resolve } from 'node:path';
import { Command } from 'commander';
import { UserError } from '../../errors.js';
import { jsonReports } from '../../report/json/report-json.js';
import { terminalReport } from '../../report/terminal/terminal.js';
import { reportOn } from '../../sessions/report-on.js';
import { readSession, writeNamedFile } from '../files/measurement-file.js';
import { checkReportFile, writeReportFile } from '../files/report-file.js';
import { positiveNumber, share, wholeNumber } from '../options/option-values.js';
import type { Output } from '../output.js';
import { type RunResult, type RunSettings, runSpecs } from '../session/run-specs.js';

/** What commands need of the process. */
export interface Surroundings {
  readonly output: Output;
  readonly folder: string;
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal;
  /** A seed for sessions whose user gives none. */
  readonly freshSeed: () => number;
}

interface RunOptions {
  readonly json?: string;
  readonly html?: string;
  readonly quick?: boolean;
  readonly routes?: boolean;
  readonly target?: number;
  readonly budget?: number;
  readonly seed?: number;
  readonly timeout: number;
  readonly save?: string;
  readonly from?: string;
}

/** `hotpath run`: measures specifications and prints their ledgers. `finish` gets the exit code. */
export function runCommand(surroundings: Surroundings, finish: (code: number) => void): Command {
  return new Command('run')
    .description('measure paths and print where their time goes')
    .argument('[spec...]', 'specifications: NAME.hot.ts, .js or .mjs')
    .option('--quick', 'fewer processes and shorter measurement: wider intervals')
    .option('--routes', "show each route's own number beside the reconciled one")
    .option('--target <percent>', "measure until the total's interval is so narrow, such as 2%", share)
    .option('--budget <seconds>', budgetMeaning, positiveNumber)
    .option('--json <file>', 'write the report as JSON ("-": to stdout, instead of the table)')
    .option('--html <file>', 'write the report as one page: ledger, flame graph, processes; needs no network')
    .option('--save <file>', 'write the raw measurement, from which --from makes the report again')
    .option('--from <file>', 'report on a saved or interrupted measurement instead of measuring')
    .option('--seed <number>', 'seed of all random order (default: from the clock)', wholeNumber)
    .option('--timeout <seconds>', 'give up when a process is silent for so long', positiveNumber, 30)
    .addHelpText('after', examples)
    .action(async (specs: string[], options: RunOptions) => finish(await run(specs, options, surroundings)));
}

const targetBudget = 90;

const budgetMeaning = `how long a path may take: --target goes on for so long (default: ${targetBudget}); without it no further replicate begins that would end later`;

const examples = `
Examples:
  $ hotpath run subjects/fapilog.info.hot.ts
  $ hotpath run subjects/*.hot.ts --quick --json out.json
  $ hotpath run subjects/fapilog.info.hot.ts --target 2% --routes
  $ hotpath run subjects/*.hot.ts --html report.html

Exit codes: 0 fine, 2 usage or specification, 3 could not measure, 4 the target was
missed, 130 interrupted (what was measured is kept).`;

async function run(
  specs: readonly string[],
  options: RunOptions,
  surroundings: Surroundings,
): Promise<number> {
  const { folder, signal } = surroundings;
  const toStdout = options.json === '-';
  // With the report on stdout, the table would spoil it.
  const output = toStdout ? { ...surroundings.output, out: () => {} } : surroundings.output;
  checkWords(specs, options);
  const page = options.html === undefined ? null : resolve(folder, options.html);
  if (page !== null) checkReportFile(page);
  const result =
    options.from === undefined
      ? await runSpecs(
          specs,
          {
            effort: options.quick ? 'quick' : 'default',
            routes: options.routes === true,
            ...timeOf(options),
            seed: options.seed ?? surroundings.freshSeed(),
            silenceMs: options.timeout * 1000,
            folder,
            save: options.save ?? null,
            signal,
          },
          output,
        )
      : reportSession(options.from, output, { folder, routes: options.routes === true });
  if (options.json !== undefined && result.reports.length > 0) {
    const text = jsonReports(result.reports);
    if (toStdout) surroundings.output.out(text);
    else writeNamedFile(options.json, text);
  }
  if (page !== null && result.reports.length > 0) writeReportFile(page, result, folder);
  return result.code;
}

/** A target may take so long; without one, a budget is a limit. */
function timeOf({ target, budget }: RunOptions): Pick<RunSettings, 'target' | 'limitMs'> {
  const budgetMs = budget === undefined ? null : 1000 * budget;
  return target === undefined
    ? { target: null, limitMs: budgetMs }
    : { target: { share: target, budgetMs: budgetMs ?? 1000 * targetBudget }, limitMs: null };
}

function checkWords(specs: readonly string[], { from }: RunOptions): void {
  if (specs.length === 0 && from === undefined) {
    throw new UserError(
      'run: no specification named',
      'Name one or more NAME.hot.ts files, or give --from FILE.',
    );
  }
  if (specs.length > 0 && from !== undefined) {
    throw new UserError(
      'run: --from reads a measurement and takes no specification',
      'Leave one of them out.',
    );
  }
}

function reportSession(file: string, output: Output, style: { folder: string; routes: boolean }): RunResult {
  const measurement = readSession(file);
  const report = reportOn(measurement);
  output.out(terminalReport(report, { width: output.width, ...style }));
  return { reports: [report], measurements: [measurement], code: 0 };
}
