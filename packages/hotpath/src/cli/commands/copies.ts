import { Command } from 'commander';
import { copyMethods } from '../../costs/copy-methods.js';
import { copyShapes } from '../../costs/copy-shapes.js';
import { copySafety } from '../../costs/probe-copies.js';
import { tryMethods } from '../../costs/try-methods.js';
import { exitCode } from '../../errors.js';
import type { Measurement } from '../../model/measurement/measurement.js';
import { costPolicies } from '../../plan/effort/policy.js';
import type { OperationGroup } from '../../plan/forks/plan-operations.js';
import { copiesTable } from '../../report/tables/copies-table.js';
import { safetyTables } from '../../report/tables/safety-tables.js';
import { measureOperations } from '../../sessions/measure-operations.js';
import type { CommandContext } from '../context.js';
import { costsOf, groupsOf } from '../costs/copy-groups.js';
import { chosenPayloads, installedLibraries, type PayloadChoice } from '../costs/copy-subjects.js';
import { costsJson } from '../costs/costs-json.js';
import { printResults } from '../files/print-results.js';
import { withTemporaryFolder } from '../files/temporary-folder.js';
import { addSessionOptions, type SessionOptions } from '../options/session-options.js';
import { settingsOf, withSession } from '../session/session.js';

interface Options extends PayloadChoice, SessionOptions {
  readonly json?: string;
}

/** `hotpath copies`: what it costs to copy a payload, and what a copy keeps. `finish` gets the exit code. */
export function copiesCommand(context: CommandContext, finish: (code: number) => void): Command {
  const command = new Command('copies')
    .description('measure what shallow and deep copies of payloads cost, and show what they keep')
    .option('--payload <file>', 'a payload of your own: JSON, or a module that exports it as default')
    .option('--shape <name...>', `these shapes only: ${copyShapes.map(({ name }) => name).join(', ')}`)
    .option('--json <file>', 'write the numbers as JSON ("-": to stdout, instead of the tables)');
  return addSessionOptions(command).action(async (options: Options) =>
    finish(await copies(options, context)),
  );
}

async function copies(options: Options, context: CommandContext): Promise<number> {
  const { folder, output, signal } = context;
  const libraries = installedLibraries(folder);
  const methods = await copyMethods(libraries);
  const subjects = (await chosenPayloads(options, folder)).map(({ payload, ...subject }) => ({
    ...subject,
    tried: tryMethods(methods, payload),
  }));
  const measured = await measuredGroups(options, context, (temporary) =>
    subjects.flatMap((subject) => groupsOf(subject, libraries, temporary)),
  );
  const payloads = subjects.map((subject) =>
    costsOf(
      subject,
      measured.filter(({ plan }) => plan.path.name === subject.name),
    ),
  );
  const safety = methods.map(copySafety);
  const tables = (): string[] => [
    ...payloads.map((payload) => `${copiesTable(payload, output.width)}\n\n`),
    `${safetyTables(safety, output.width)}\n`,
  ];
  const results = {
    text: () => tables().join(''),
    json: () => costsJson('copies', measured, { payloads, safety }),
  };
  printResults(results, options.json, context);
  return signal.aborted ? exitCode.interrupted : exitCode.fine;
}

/** Measures operations whose specifications are written into a temporary folder. */
function measuredGroups(
  options: Options,
  context: CommandContext,
  groups: (temporary: string) => OperationGroup[],
): Promise<readonly Measurement[]> {
  const settings = { ...settingsOf(options, context), efforts: costPolicies };
  return withTemporaryFolder((temporary) =>
    withSession('copies', settings, context.output, (session) =>
      measureOperations('copies', groups(temporary), session),
    ),
  );
}
