import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { type CopyLibraries, copyLibraries, copyMethods, type Payload } from '../../costs/copy-methods.js';
import { copyShapes } from '../../costs/copy-shapes.js';
import { copySafety } from '../../costs/probe-copies.js';
import { tryMethods } from '../../costs/try-methods.js';
import { exitCode, UserError } from '../../errors.js';
import { experimentPolicies } from '../../plan/policy.js';
import { copiesTable } from '../../report/tables/copies-table.js';
import { safetyTables } from '../../report/tables/safety-tables.js';
import { measureOperations } from '../../sessions/measure-operations.js';
import { type CopySubject, costsOf, groupsOf } from '../costs/copy-groups.js';
import { experimentJson } from '../costs/cost-specification.js';
import { readPayload } from '../costs/payload-file.js';
import { writeNamedFile } from '../files/measurement-file.js';
import { withFolder } from '../files/temporary-folder.js';
import { positiveNumber, wholeNumber } from '../options/option-values.js';
import { settingsOf, withSession } from '../session/session.js';
import type { Surroundings } from './run.js';

interface Options {
  readonly payload?: string;
  readonly shape?: readonly string[];
  readonly quick?: boolean;
  readonly json?: string;
  readonly seed?: number;
  readonly timeout: number;
}

/** `hotpath copies`: what it costs to copy a payload, and what a copy is worth. `finish` gets the exit code. */
export function copiesCommand(surroundings: Surroundings, finish: (code: number) => void): Command {
  return new Command('copies')
    .description('measure what shallow and deep copies of payloads cost, and show what they keep')
    .option('--payload <file>', 'a payload of your own: JSON, or a module whose default export it is')
    .option('--shape <name...>', `some shapes alone: ${copyShapes.map(({ name }) => name).join(', ')}`)
    .option('--quick', 'fewer processes and shorter measurement: wider intervals')
    .option('--json <file>', 'write the numbers as JSON ("-": to stdout, instead of the tables)')
    .option('--seed <number>', 'seed of all random order (default: from the clock)', wholeNumber)
    .option('--timeout <seconds>', 'give up when a process is silent for so long', positiveNumber, 30)
    .action(async (options: Options) => finish(await copies(options, surroundings)));
}

async function copies(options: Options, surroundings: Surroundings): Promise<number> {
  const { folder, output, signal } = surroundings;
  const libraries = installedIn(folder);
  const methods = await copyMethods(libraries);
  const subjects = (await payloadsOf(options, folder)).map(({ payload, ...subject }) => ({
    ...subject,
    tried: tryMethods(methods, payload),
  }));
  const settings = { ...settingsOf(options, surroundings), efforts: experimentPolicies };
  const measured = await withFolder((temporary) =>
    withSession('copies', settings, output, (session) =>
      measureOperations(
        'copies',
        subjects.flatMap((subject) => groupsOf(subject, libraries, temporary)),
        session,
      ),
    ),
  );
  const payloads = subjects.map((subject) =>
    costsOf(
      subject,
      measured.filter(({ plan }) => plan.path.name === subject.name),
    ),
  );
  const safety = methods.map(copySafety);
  const json = experimentJson('copies', measured, { payloads, safety });
  if (options.json === '-') output.out(json);
  else {
    for (const payload of payloads) output.out(`${copiesTable(payload, output.width)}\n\n`);
    output.out(`${safetyTables(safety, output.width)}\n`);
    if (options.json !== undefined) writeNamedFile(options.json, json);
  }
  return signal.aborted ? exitCode.interrupted : exitCode.fine;
}

async function payloadsOf(
  { payload, shape }: Options,
  folder: string,
): Promise<(Omit<CopySubject, 'tried'> & { readonly payload: Payload })[]> {
  const file = payload === undefined ? null : resolve(folder, payload);
  const own = file === null ? [] : [await ownPayload(file, payload as string)];
  const wanted = shape ?? (file === null ? copyShapes.map(({ name }) => name) : []);
  const ours = wanted.map((name) => {
    const found = copyShapes.find((one) => one.name === name);
    if (found) return { name, title: found.title, from: { shape: name }, payload: found.make() };
    throw new UserError(
      `there is no shape "${name}"`,
      `Shapes: ${copyShapes.map((one) => one.name).join(', ')}; --payload takes one of your own.`,
    );
  });
  return [...own, ...ours];
}

async function ownPayload(
  file: string,
  name: string,
): Promise<Omit<CopySubject, 'tried'> & { readonly payload: Payload }> {
  return {
    name,
    title: name,
    from: { url: pathToFileURL(file).href },
    payload: await readPayload(file, name),
  };
}

/** Libraries as the user's folder has them, or else as this package finds them. */
function installedIn(folder: string): CopyLibraries {
  const from = [join(folder, 'package.json'), import.meta.url].map((base) => createRequire(base));
  const find = (name: string): string | null => {
    for (const require of from) {
      try {
        return pathToFileURL(require.resolve(name)).href;
      } catch {}
    }
    return null;
  };
  return Object.fromEntries(copyLibraries.map((name) => [name, find(name)]));
}
