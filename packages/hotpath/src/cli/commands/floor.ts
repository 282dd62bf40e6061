import { resolve } from 'node:path';
import { Command } from 'commander';
import { exitCode } from '../../errors.js';
import { jsonReports } from '../../report/json/report-json.js';
import { floorTable } from '../../report/tables/floor-table.js';
import { terminalReport } from '../../report/terminal/terminal.js';
import { measurePath } from '../../sessions/measure-path.js';
import { reportOn } from '../../sessions/report-on.js';
import { findSpec } from '../../spec/find-spec.js';
import { writeNamedFile } from '../files/measurement-file.js';
import { checkReportFile, writeReportFile } from '../files/report-file.js';
import { positiveNumber, wholeNumber } from '../options/option-values.js';
import { settingsOf, withSession } from '../session/session.js';
import type { Surroundings } from './run.js';

interface Options {
  readonly quick?: boolean;
  readonly json?: string;
  readonly html?: string;
  readonly seed?: number;
  readonly timeout: number;
}

/** `hotpath floor`: a path beside the least that could be done instead. `finish` gets the exit code. */
export function floorCommand(surroundings: Surroundings, finish: (code: number) => void): Command {
  return new Command('floor')
    .description('measure a path beside the least that could be done instead, in one run')
    .argument('<spec>', 'a specification that declares `floor`, and `rowFloors` for its rows')
    .option('--quick', 'fewer processes and shorter measurement: wider intervals')
    .option('--json <file>', 'write the report as JSON ("-": to stdout, instead of the tables)')
    .option('--html <file>', 'write the report as one page, with a table of the floors; needs no network')
    .option('--seed <number>', 'seed of all random order (default: from the clock)', wholeNumber)
    .option('--timeout <seconds>', 'give up when a process is silent for so long', positiveNumber, 30)
    .action(async (spec: string, options: Options) => finish(await floor(spec, options, surroundings)));
}

async function floor(name: string, options: Options, surroundings: Surroundings): Promise<number> {
  const { folder, output, signal } = surroundings;
  const file = findSpec(name, folder);
  const page = options.html === undefined ? null : resolve(folder, options.html);
  if (page !== null) checkReportFile(page);
  const settings = settingsOf(options, surroundings);
  const measurement = await withSession(file, settings, output, (session) =>
    measurePath(file, session, { floors: true }),
  );
  const report = reportOn(measurement);
  if (options.json === '-') output.out(jsonReports([report]));
  else {
    output.out(terminalReport(report, { width: output.width, folder }));
    output.out(`\n${floorTable(report, output.width)}\n`);
    if (options.json !== undefined) writeNamedFile(options.json, jsonReports([report]));
  }
  if (page !== null) writeReportFile(page, { reports: [report], measurements: [measurement] }, folder);
  return signal.aborted ? exitCode.interrupted : exitCode.fine;
}
