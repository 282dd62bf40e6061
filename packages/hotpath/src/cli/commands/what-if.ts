import { resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { exitCode, UserError } from '../../errors.js';
import { readEnvironment } from '../../measure/environment.js';
import type { Replacement } from '../../model/path/replacement.js';
import type { StoredProjection } from '../../model/report/score.js';
import { projectionsText } from '../../report/terminal/projections-text.js';
import { type PathProjections, whatIf } from '../../sessions/what-if.js';
import type { CommandContext } from '../context.js';
import { printResults } from '../files/print-results.js';
import { appendLines, projectionFile, readProjections } from '../files/projection-file.js';
import { addSessionOptions, type SessionOptions } from '../options/session-options.js';
import { addPathOptions, type PathOptions, pathForms } from '../paths/path-options.js';
import { withPath } from '../paths/with-paths.js';
import { settingsOf, withSession } from '../session/session.js';

interface Options extends SessionOptions, PathOptions {
  readonly json?: string;
  readonly store: string;
  readonly replace?: readonly Replacement[];
}

/** `hotpath what-if`: measures what a change of each row would gain. `finish` gets the exit code. */
export function whatIfCommand(context: CommandContext, finish: (code: number) => void): Command {
  const command = new Command('what-if')
    .description(
      'measure what the path would gain if its rows were gone, cheaper, more expensive or replaced by other code',
    )
    .argument('[path]', `a path: ${pathForms}`)
    .option('--replace <row=code>', 'try this code instead of a region; may be given several times', collect)
    .option('--json <file>', 'write the projections as JSON ("-": to stdout, instead of the table)')
    .option('--store <file>', 'where projections are kept for `hotpath score`', projectionFile);
  return addSessionOptions(addPathOptions(command))
    .addHelpText('after', explanation)
    .action(async (path: string | undefined, options: Options) =>
      finish(
        await withPath(path, options, context, (file, own) =>
          project({ file, word: path ?? null }, options, own),
        ),
      ),
    );
}

const explanation = `
Removed: the path runs without the row and uses the row's values of an earlier operation.
÷2, ÷4:  the row runs in one of two (of four) executions.
×2, ×4:  the row runs one (three) more times, at its marginal cost.
Garbage: the part of the gain that comes from garbage that is not made.

A row that changes more than values cannot be removed, unless the specification names it in
\`repeatable\`.

Examples:
  $ hotpath what-if subjects/fapilog.info.hot.ts
  $ hotpath what-if subjects/fapilog.info.hot.ts --replace 'data=const data = structuredClone(fields);'`;

/** `ROW=CODE`; the code is also the change's name. */
function collect(text: string, known: readonly Replacement[] = []): Replacement[] {
  const [, row, code] = /^([^=]+?)\s*=\s*(.+)$/s.exec(text) ?? [];
  if (!row || !code)
    throw new InvalidArgumentError('It must be the name of a region, "=", and the code that replaces it.');
  return [...known, { row, code, name: code.replace(/\s+/g, ' ').slice(0, 40) }];
}

/** A path, and how the user named it: null where it is code. */
interface NamedPath {
  readonly file: string;
  readonly word: string | null;
}

async function project(
  { file, word }: NamedPath,
  options: Options,
  context: CommandContext,
): Promise<number> {
  const { folder, output, signal } = context;
  const found = await withSession(file, settingsOf(options, context), output, (session) =>
    whatIf(file, session, options.replace),
  );
  if (found.projections.length === 0) throw nothingRemovable(file, found);
  const store = resolve(folder, options.store);
  const stored = storedFrom(found, word ?? '--eval', store);
  appendLines(store, stored);
  const results = {
    text: () => projectionsText(found, stored, options.store, output.width),
    json: () => `${JSON.stringify({ schema: 'hotpath/projections@1', unit: 'ns', ...found }, null, 2)}\n`,
    findings: found.findings,
  };
  printResults(results, options.json, context);
  return signal.aborted ? exitCode.interrupted : exitCode.fine;
}

function nothingRemovable(name: string, { refused }: PathProjections): UserError {
  const reasons = refused.map(({ row, why }) => `; ${row}: ${why}`).join('');
  return new UserError(
    `${name}: no row can be removed${reasons}`,
    'Name rows that only make values in `repeatable`.',
    exitCode.noMeasurement,
  );
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
