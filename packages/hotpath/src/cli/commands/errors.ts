import { Command, InvalidArgumentError } from 'commander';
import { exitCode } from '../../errors.js';
import type { Measurement } from '../../model/measurement/measurement.js';
import type { ErrorCircumstances } from '../../model/report/costs.js';
import { errorPolicies } from '../../plan/effort/policy.js';
import { errorTables } from '../../report/tables/error-tables.js';
import { measureOperations } from '../../sessions/measure-operations.js';
import type { CommandContext } from '../context.js';
import { costsJson } from '../costs/costs-json.js';
import { errorCircumstances, errorCosts, errorGroup } from '../costs/error-groups.js';
import { findSerializer } from '../costs/serializer.js';
import { printResults } from '../files/print-results.js';
import { withTemporaryFolder } from '../files/temporary-folder.js';
import { addSessionOptions, type SessionOptions } from '../options/session-options.js';
import { settingsOf, withSession } from '../session/session.js';

interface Options extends SessionOptions {
  readonly depth: readonly number[];
  readonly serialize?: string;
  readonly json?: string;
}

/** `hotpath errors`: what an error costs, from its construction to its record. `finish` gets the exit code. */
export function errorsCommand(context: CommandContext, finish: (code: number) => void): Command {
  const command = new Command('errors')
    .description('measure what errors cost: throw and catch, .stack, frames, causes, a serializer')
    .option('--depth <list>', 'calls between catch and throw, such as 10,25,50', depths, [10, 25, 50])
    .option('--serialize <module#name>', 'a function that takes an error, such as lib/errors.ts#toRecord')
    .option('--json <file>', 'write the numbers as JSON ("-": to stdout, instead of the tables)');
  return addSessionOptions(command).action(async (options: Options) =>
    finish(await errors(options, context)),
  );
}

const deepest = 1000;

function depths(text: string): number[] {
  const found = text.split(',').map((part) => (/^\d{1,4}$/.test(part.trim()) ? Number(part) : 0));
  if (found.some((depth) => depth < 1 || depth > deepest))
    throw new InvalidArgumentError(`It must be numbers from 1 to ${deepest}, such as 10,25,50.`);
  return [...new Set(found)].sort((a, b) => a - b);
}

async function errors(options: Options, context: CommandContext): Promise<number> {
  const { output, signal } = context;
  const all = errorCircumstances(options.depth, options.quick === true);
  const measured = await measuredErrors(all, options, context);
  const serializes = options.serialize !== undefined;
  const costs = all.map((one, index) => errorCosts(one, measured[index] as Measurement, serializes));
  const results = {
    text: () => errorTables(costs, output.width),
    json: () => costsJson('errors', measured, { costs }),
  };
  printResults(results, options.json, context);
  return signal.aborted ? exitCode.interrupted : exitCode.fine;
}

function measuredErrors(
  all: readonly ErrorCircumstances[],
  options: Options,
  context: CommandContext,
): Promise<readonly Measurement[]> {
  const settings = { ...settingsOf(options, context), efforts: errorPolicies };
  const { serialize } = options;
  return withTemporaryFolder((temporary) =>
    withSession('errors', settings, context.output, async (session) => {
      const serializer =
        serialize === undefined
          ? null
          : await findSerializer(serialize, context.folder, temporary, session.measurer);
      const groups = all.map((one) => errorGroup(one, serializer, temporary));
      return measureOperations('errors', groups, session);
    }),
  );
}
