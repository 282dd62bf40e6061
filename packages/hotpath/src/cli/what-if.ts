import { resolve } from 'node:path';
import { Command } from 'commander';
import { exitCode, UserError } from '../errors.js';
import { readEnvironment } from '../measure/environment.js';
import type { StoredProjection } from '../model/score.js';
import { projectionTable } from '../report/projection-table.js';
import { weightText } from '../report/weight-text.js';
import { findSpec } from '../spec/find-spec.js';
import { type PathProjections, whatIf } from '../what-if.js';
import { positiveNumber, wholeNumber } from './option-values.js';
import { appendLines, projectionFile, readProjections } from './projection-file.js';
import type { Surroundings } from './run.js';
import { settingsOf, withSession } from './session.js';
import { writeNamedFile } from './session-file.js';

interface Options {
  readonly quick?: boolean;
  readonly json?: string;
  readonly store: string;
  readonly seed?: number;
  readonly timeout: number;
}

/** `hotpath what-if`: what a change of each row would gain, by experiment. `finish` gets the exit code. */
export function whatIfCommand(surroundings: Surroundings, finish: (code: number) => void): Command {
  return new Command('what-if')
    .description('project by experiment what the path would gain if a row were gone, halved or doubled')
    .argument('<spec>', 'a specification')
    .option('--quick', 'fewer processes and shorter measurement: wider intervals')
    .option('--json <file>', 'write the projections as JSON ("-": to stdout, instead of the table)')
    .option('--store <file>', 'where projections are kept for `hotpath score`', projectionFile)
    .option('--seed <number>', 'seed of all random order (default: from the clock)', wholeNumber)
    .option('--timeout <seconds>', 'give up when a process is silent for so long', positiveNumber, 30)
    .addHelpText('after', explanation)
    .action(async (spec: string, options: Options) => finish(await project(spec, options, surroundings)));
}

const explanation = `
A row is left out of executions of the path itself, with the values of an earlier one in its stead; so is every
second. "Twice" is its marginal cost. Rows that change more than values are not left out, unless the
specification names them in \`repeatable\`.`;

async function project(name: string, options: Options, surroundings: Surroundings): Promise<number> {
  const { folder, output, signal } = surroundings;
  const file = findSpec(name, folder);
  const settings = settingsOf(options, surroundings);
  const found = await withSession(file, settings, output, (session) => whatIf(file, session));
  if (found.projections.length === 0)
    throw new UserError(
      `${name}: no row can be left out${found.refused.map(({ row, why }) => `; ${row}: ${why}`).join('')}`,
      'Name rows that only make values in `repeatable`.',
      exitCode.noMeasurement,
    );
  const stored = storedFrom(found, name, resolve(folder, options.store));
  appendLines(resolve(folder, options.store), stored);
  const json = `${JSON.stringify({ schema: 'hotpath/projections@1', unit: 'ns', ...found }, null, 2)}\n`;
  if (options.json === '-') output.out(json);
  else {
    output.out(text(found, stored, options.store, output.width));
    if (options.json !== undefined) writeNamedFile(options.json, json);
  }
  return signal.aborted ? exitCode.interrupted : exitCode.fine;
}

function storedFrom(
  { name: path, total, projections }: PathProjections,
  spec: string,
  file: string,
): StoredProjection[] {
  const { node, cpu, startedAt: at } = readEnvironment();
  const known = readProjections(file).length;
  return projections.map((one, index) => ({
    id: `p${known + index + 1}`,
    at,
    path,
    spec,
    total,
    node,
    cpu,
    ...one,
  }));
}

function text(
  found: PathProjections,
  stored: readonly StoredProjection[],
  store: string,
  width: number,
): string {
  const removed = stored.filter(({ scenario }) => scenario === 'removed');
  const reasons = removed.map(({ id, row, reason }) => `${id} without ${row}: ${reason}\n`);
  const refused = found.refused.map(({ row, why }) => `not left out: ${row}: ${why}\n`);
  return [
    `${found.name}: ${weightText(found.total.mean, 'nanoseconds')} an operation; what it would save\n`,
    `${projectionTable(found, width)}\n`,
    ...reasons,
    ...refused,
    `${stored.length} projections are kept in ${store}; \`hotpath score\` compares them with what a change brings.\n`,
  ].join('');
}
