import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { exitCode, UserError } from '../../errors.js';
import { readEnvironment } from '../../measure/environment.js';
import type { Replacement } from '../../model/path/replacement.js';
import type { StoredProjection } from '../../model/report/score.js';
import { projectionTable, replacementTable } from '../../report/tables/projection-table.js';
import { weightText } from '../../report/text/weight-text.js';
import { type PathProjections, whatIf } from '../../sessions/what-if.js';
import { findSpec } from '../../spec/find-spec.js';
import { writeNamedFile } from '../files/measurement-file.js';
import { appendLines, projectionFile, readProjections } from '../files/projection-file.js';
import { positiveNumber, wholeNumber } from '../options/option-values.js';
import { settingsOf, withSession } from '../session/session.js';
import type { Surroundings } from './run.js';

interface Options {
  readonly quick?: boolean;
  readonly json?: string;
  readonly store: string;
  readonly replace?: readonly Replacement[];
  readonly seed?: number;
  readonly timeout: number;
}

/** `hotpath what-if`: what a change of each row would gain, by experiment. `finish` gets the exit code. */
export function whatIfCommand(surroundings: Surroundings, finish: (code: number) => void): Command {
  return new Command('what-if')
    .description(
      'project by experiment what the path would gain if its rows were gone, cheaper, dearer or other code',
    )
    .argument('<spec>', 'a specification')
    .option('--quick', 'fewer processes and shorter measurement: wider intervals')
    .option(
      '--replace <row=code>',
      'try this code in the place of a region; may be given several times',
      collect,
    )
    .option('--json <file>', 'write the projections as JSON ("-": to stdout, instead of the table)')
    .option('--store <file>', 'where projections are kept for `hotpath score`', projectionFile)
    .option('--seed <number>', 'seed of all random order (default: from the clock)', wholeNumber)
    .option('--timeout <seconds>', 'give up when a process is silent for so long', positiveNumber, 30)
    .addHelpText('after', explanation)
    .action(async (spec: string, options: Options) => finish(await project(spec, options, surroundings)));
}

const explanation = `
A row is left out of all executions of the path itself, with the values of an earlier one in its stead, or of
one in two (÷2) or three in four (÷4); ×2 and ×4 are its marginal cost. "Garbage" is the part of the gain that is
garbage not made. Rows that change more than values are not left out, unless the specification names them in
\`repeatable\`.

Examples:
  $ hotpath what-if subjects/fapilog.info.hot.ts
  $ hotpath what-if subjects/fapilog.info.hot.ts --replace 'data=const data = structuredClone(fields);'`;

/** `ROW=CODE`: the change is called by its code. */
function collect(text: string, known: readonly Replacement[] = []): Replacement[] {
  const [, row, code] = /^([^=]+?)\s*=\s*(.+)$/s.exec(text) ?? [];
  if (!row || !code)
    throw new InvalidArgumentError('It must be a region\'s name, "=" and the code in its place.');
  return [...known, { row, code, name: code.replace(/\s+/g, ' ').slice(0, 40) }];
}

async function project(name: string, options: Options, surroundings: Surroundings): Promise<number> {
  const { folder, output, signal } = surroundings;
  const file = findSpec(name, folder);
  const settings = settingsOf(options, surroundings);
  const found = await withSession(file, settings, output, (session) =>
    whatIf(file, session, options.replace),
  );
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
  const told = stored.filter(({ scenario }) => scenario === 'removed' || scenario.startsWith('replaced by'));
  const reasons = told.map(({ id, row, scenario, reason }) => `${id} ${row} ${scenario}: ${reason}\n`);
  const replaced = replacementTable(found, width);
  const refused = found.refused.map(({ row, why }) => `not left out: ${row}: ${why}\n`);
  return [
    `${found.name}: ${weightText(found.total.mean, 'nanoseconds')} an operation; what it would save\n`,
    `${projectionTable(found, width)}\n`,
    replaced === '' ? '' : `${replaced}\n`,
    ...reasons,
    ...refused,
    `${stored.length} projections are kept in ${store}; \`hotpath score\` compares them with what a change brings.\n`,
  ].join('');
}
