import { Command, InvalidArgumentError } from 'commander';
import { errorPhases, serializedParts, serializedWhole } from '../../costs/error-phases.js';
import { type ErrorsSettings, errorOperations } from '../../costs/errors.js';
import { exitCode } from '../../errors.js';
import { stepCosts, stepShares } from '../../estimate/gains/step-costs.js';
import type { Measurement } from '../../model/measurement/measurement.js';
import type { ErrorCircumstances, ErrorCosts } from '../../model/report/costs.js';
import type { OperationGroup } from '../../plan/plan-operations.js';
import { errorPolicies } from '../../plan/policy.js';
import { errorTables } from '../../report/tables/error-tables.js';
import { measureOperations } from '../../sessions/measure-operations.js';
import { experimentJson, pathOf, writeSpecification } from '../costs/cost-specification.js';
import { findSerializer } from '../costs/serializer.js';
import { writeNamedFile } from '../files/measurement-file.js';
import { withFolder } from '../files/temporary-folder.js';
import { positiveNumber, wholeNumber } from '../options/option-values.js';
import { settingsOf, withSession } from '../session/session.js';
import type { Surroundings } from './run.js';

interface Options {
  readonly depth: readonly number[];
  readonly serialize?: string;
  readonly quick?: boolean;
  readonly json?: string;
  readonly seed?: number;
  readonly timeout: number;
}

/** `hotpath errors`: what an error costs from its making to its record. `finish` gets the exit code. */
export function errorsCommand(surroundings: Surroundings, finish: (code: number) => void): Command {
  return new Command('errors')
    .description('measure what errors cost: throw and catch, .stack, frames, causes, a serializer')
    .option('--depth <list>', 'calls between catch and throw, such as 10,25,50', depths, [10, 25, 50])
    .option('--serialize <module#name>', 'a function of an error, such as lib/errors.ts#toRecord')
    .option('--quick', 'fewer processes and shorter measurement: wider intervals')
    .option('--json <file>', 'write the numbers as JSON ("-": to stdout, instead of the tables)')
    .option('--seed <number>', 'seed of all random order (default: from the clock)', wholeNumber)
    .option('--timeout <seconds>', 'give up when a process is silent for so long', positiveNumber, 30)
    .action(async (options: Options) => finish(await errors(options, surroundings)));
}

const deepest = 1000;

function depths(text: string): number[] {
  const found = text.split(',').map((part) => (/^\d{1,4}$/.test(part.trim()) ? Number(part) : 0));
  if (found.some((depth) => depth < 1 || depth > deepest))
    throw new InvalidArgumentError(`It must be numbers from 1 to ${deepest}, such as 10,25,50.`);
  return [...new Set(found)].sort((a, b) => a - b);
}

async function errors(options: Options, surroundings: Surroundings): Promise<number> {
  const { folder, output, signal } = surroundings;
  const settings = { ...settingsOf(options, surroundings), efforts: errorPolicies };
  const all = circumstances(options.depth, settings.effort === 'quick');
  const measured = await withFolder((temporary) =>
    withSession('errors', settings, output, async (session) => {
      const serializer =
        options.serialize === undefined
          ? null
          : await findSerializer(options.serialize, folder, temporary, session.measurer);
      const groups = all.map((one) => groupOf(one, serializer, temporary));
      return measureOperations('errors', groups, session);
    }),
  );
  const serializes = options.serialize !== undefined;
  const costs = all.map((one, index) => costsOf(one, measured[index] as Measurement, serializes));
  const json = experimentJson('errors', measured, { costs });
  if (options.json === '-') output.out(json);
  else {
    output.out(errorTables(costs, output.width));
    if (options.json !== undefined) writeNamedFile(options.json, json);
  }
  return signal.aborted ? exitCode.interrupted : exitCode.fine;
}

/** Node's own limit. */
const usualLimit = 10;

/**
 * Source maps are the whole process's, as is the limit: each set of circumstances has processes of its own. With source
 * maps on, stacks are as deep as the calls alone; the quick effort has that throughout, and source maps at the deepest alone.
 */
function circumstances(given: readonly number[], quick: boolean): ErrorCircumstances[] {
  const kinds = [
    { async: false, sourceMaps: false },
    { async: true, sourceMaps: false },
    { async: false, sourceMaps: true },
    ...(quick ? [] : [{ async: true, sourceMaps: true }]),
  ];
  const deepestGiven = Math.max(...given);
  return kinds.flatMap((kind) =>
    given.flatMap((depth) => {
      if (quick && kind.sourceMaps && depth < deepestGiven) return [];
      const limits = quick || kind.sourceMaps ? [depth] : [...new Set([usualLimit, depth])];
      return limits.map((limit) => ({ depth, limit, ...kind }));
    }),
  );
}

/** Behind so many errors the phases of V8's own code are at rest, and the rest of a process's time is better used. */
const warmUpOperations = 128;

function groupOf(
  one: ErrorCircumstances,
  serializer: ErrorsSettings['serializer'],
  folder: string,
): OperationGroup {
  const { depth, limit, async, sourceMaps } = one;
  const settings: ErrorsSettings = { depth, limit, async, serializer };
  const name = `errors-${depth}-${limit}-${async ? 'async' : 'sync'}${sourceMaps ? '-mapped' : ''}`;
  const experiment = { module: 'errors', make: 'errorsOf', settings, sourceMaps } as const;
  const file = writeSpecification(folder, name, experiment);
  return { path: pathOf(file, name, errorOperations(serializer !== null)), async, warmUpOperations };
}

function costsOf(one: ErrorCircumstances, measurement: Measurement, serializes: boolean): ErrorCosts {
  return {
    ...one,
    phases: stepCosts(measurement, errorPhases(serializes)),
    shares: serializes ? stepShares(measurement, serializedParts, serializedWhole) : [],
  };
}
