import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { exitCode, UserError } from '../errors.js';
import { operationCosts } from '../estimate/operation-costs.js';
import { type CopyLibraries, copyLibraries, copyMethods, type Payload } from '../experiments/copy-methods.js';
import { copyShapes } from '../experiments/copy-shapes.js';
import { copySafety } from '../experiments/probe-copies.js';
import { type TriedMethod, tryMethods } from '../experiments/try-methods.js';
import { measureOperations } from '../measure-operations.js';
import type { CopiedPayload, CopyCost } from '../model/experiment.js';
import type { Measurement } from '../model/measurement.js';
import { experimentPolicies } from '../plan/policy.js';
import { copiesTable } from '../report/copies-table.js';
import { safetyTables } from '../report/safety-tables.js';
import { pathOf, writeSpecification } from './experiment-specification.js';
import { positiveNumber, wholeNumber } from './option-values.js';
import { readPayload } from './payload-file.js';
import type { Surroundings } from './run.js';
import { withSession } from './session.js';
import { writeNamedFile } from './session-file.js';
import { withFolder } from './with-folder.js';

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

/** A payload, where forks find it, and which methods can copy it. */
interface Subject {
  readonly name: string;
  readonly title: string;
  readonly from: { readonly shape: string } | { readonly url: string };
  readonly tried: readonly TriedMethod[];
}

async function copies(options: Options, surroundings: Surroundings): Promise<number> {
  const { folder, output, signal, freshSeed } = surroundings;
  const libraries = installedIn(folder);
  const methods = await copyMethods(libraries);
  const subjects = (await payloadsOf(options, folder)).map(({ payload, ...subject }) => ({
    ...subject,
    tried: tryMethods(methods, payload),
  }));
  const settings = {
    effort: options.quick ? 'quick' : 'default',
    seed: options.seed ?? freshSeed(),
    silenceMs: 1000 * options.timeout,
    signal,
    efforts: experimentPolicies,
  } as const;
  const measured = await withFolder((temporary) =>
    withSession('copies', settings, output, (session) =>
      measureOperations(
        'copies',
        subjects.map((subject) => groupOf(subject, libraries, temporary)),
        session,
      ),
    ),
  );
  const payloads = subjects.map((subject, index) => costsOf(subject, measured[index] as Measurement));
  const safety = methods.map(copySafety);
  const json = `${JSON.stringify({ schema: 'hotpath/copies@1', unit: 'ns', environment: measured[0]?.environment, payloads, safety }, null, 2)}\n`;
  if (options.json === '-') output.out(json);
  else {
    for (const payload of payloads) output.out(`${copiesTable(payload, output.width)}\n\n`);
    output.out(`${safetyTables(safety, output.width)}\n`);
    if (options.json !== undefined) writeNamedFile(resolve(folder, options.json), json);
  }
  return signal.aborted ? exitCode.interrupted : exitCode.fine;
}

async function payloadsOf(
  { payload, shape }: Options,
  folder: string,
): Promise<(Omit<Subject, 'tried'> & { readonly payload: Payload })[]> {
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
): Promise<Omit<Subject, 'tried'> & { readonly payload: Payload }> {
  return {
    name,
    title: name,
    from: { url: pathToFileURL(file).href },
    payload: await readPayload(file, name),
  };
}

function groupOf({ name, from, tried }: Subject, libraries: CopyLibraries, folder: string) {
  const methods = measuredIn(tried);
  const settings = { payload: from, libraries, methods };
  const fileName = name.replace(/[^\w-]+/g, '-');
  const file = writeSpecification(folder, fileName, { module: 'copies', make: 'copiesOf', settings });
  return { path: pathOf(file, name, methods), async: false, warmUpOperations };
}

/** Behind so many copies V8 has compiled what it compiles of any method. */
const warmUpOperations = 4096;

/** The reference is the path itself, and always runs. */
function measuredIn(tried: readonly TriedMethod[]): string[] {
  return tried
    .filter(({ method, refusal }) => refusal === null && method.kind !== 'reference')
    .map(({ method }) => method.name);
}

function costsOf({ name, title, tried }: Subject, measurement: Measurement): CopiedPayload {
  const costs = operationCosts(measurement);
  const measured = tried.map(({ method, refusal }): CopyCost => {
    const id = method.kind === 'reference' ? '' : `operation/${method.name}`;
    const cost = costs.find((one) => one.id === id) ?? null;
    return { method: method.name, kind: method.kind, cost, refusal };
  });
  const missing = copyLibraries.filter((library) => !tried.some(({ method }) => method.name === library));
  const absent = missing.map(
    (method): CopyCost => ({ method, kind: 'deep', cost: null, refusal: 'not installed' }),
  );
  return { name, title, methods: [...measured, ...absent] };
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
