import { resolve } from 'node:path';
import { Command } from 'commander';
import { exitCode } from '../../errors.js';
import { jsonReports } from '../../report/json/report-json.js';
import { floorTable } from '../../report/tables/floor-table.js';
import { terminalReport } from '../../report/terminal/terminal.js';
import { measurePath } from '../../sessions/path/measure-path.js';
import { reportOn } from '../../sessions/report-on.js';
import { findSpec } from '../../spec/find-spec.js';
import type { CommandContext } from '../context.js';
import { printResults } from '../files/print-results.js';
import { checkReportFile, writeReportFile } from '../files/report-file.js';
import { addSessionOptions, type SessionOptions } from '../options/session-options.js';
import { settingsOf, withSession } from '../session/session.js';

interface Options extends SessionOptions {
  readonly json?: string;
  readonly html?: string;
}

/** `hotpath floor`: compares a path with the least that could be done instead. `finish` gets the exit code. */
export function floorCommand(context: CommandContext, finish: (code: number) => void): Command {
  const command = new Command('floor')
    .description('measure a path and the least that could be done instead, in one run')
    .argument('<spec>', 'a specification that declares `floor`, and `rowFloors` for its rows')
    .option('--json <file>', 'write the report as JSON ("-": to stdout, instead of the tables)')
    .option('--html <file>', 'write the report as one page, with a table of the floors; works offline');
  return addSessionOptions(command).action(async (spec: string, options: Options) =>
    finish(await floor(spec, options, context)),
  );
}

async function floor(name: string, options: Options, context: CommandContext): Promise<number> {
  const { folder, output, signal } = context;
  const { width } = output;
  const file = findSpec(name, folder);
  const page = options.html === undefined ? null : resolve(folder, options.html);
  if (page !== null) checkReportFile(page);
  const measurement = await withSession(file, settingsOf(options, context), output, (session) =>
    measurePath(file, session, { floors: true }),
  );
  const report = reportOn(measurement);
  const results = {
    text: () => `${terminalReport(report, { width, folder })}\n${floorTable(report, width)}\n`,
    json: () => jsonReports([report]),
  };
  printResults(results, options.json, context);
  if (page !== null) writeReportFile(page, { reports: [report], measurements: [measurement] }, folder);
  return signal.aborted ? exitCode.interrupted : exitCode.fine;
}
