import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { exitCode, UserError } from '../../errors.js';
import { scoreProjection } from '../../estimate/gains/score-projection.js';
import { readEnvironment } from '../../measure/environment.js';
import type { Saving, StoredProjection } from '../../model/report/score.js';
import { scoreTable } from '../../report/tables/score-table.js';
import { scenarioText } from '../../report/text/scenario-text.js';
import { findSpec } from '../../spec/find-spec.js';
import type { CommandContext } from '../context.js';
import { appendLines, projectionFile, readProjections, readScores } from '../files/projection-file.js';
import { addSessionOptions, type SessionOptions } from '../options/session-options.js';
import { compareTotals } from '../session/compare-totals.js';
import { settingsOf } from '../session/session.js';

interface Options extends SessionOptions {
  readonly before?: string;
  readonly projection?: string;
  readonly store: string;
}

/** `hotpath score`: checks whether a projection was right. `finish` gets the exit code. */
export function scoreCommand(context: CommandContext, finish: (code: number) => void): Command {
  const command = new Command('score')
    .description('compare a stored projection with what the change brought, and keep the score')
    .argument('[after]', 'the specification of the changed path; without it, all scores are printed')
    .option('--projection <id>', 'the projection that the change carried out, such as p1')
    .option('--before <spec>', 'the specification of the unchanged path (default: the one of the projection)')
    .option(
      '--store <file>',
      'where projections are kept; scores are kept in the same folder',
      projectionFile,
    );
  return addSessionOptions(command)
    .addHelpText('after', exitCodes)
    .action(async (after: string | undefined, options: Options) =>
      finish(await (after === undefined ? printScores(options, context) : score(after, options, context))),
    );
}

const exitCodes =
  '\nExit codes: 0 right, or only printed, 1 wrong, 2 wrong usage or specification, 3 could not measure,\n4 interval too wide to decide.';

function scoresFile({ store }: Options, folder: string): string {
  return join(dirname(resolve(folder, store)), 'scores.jsonl');
}

async function printScores(options: Options, { folder, output }: CommandContext): Promise<number> {
  const known = readScores(scoresFile(options, folder));
  if (known.length === 0)
    throw new UserError(
      'score: there are no scores yet',
      'Give the changed specification and --projection ID.',
    );
  output.out(scoreTable(known, output.width));
  return exitCode.fine;
}

async function score(after: string, options: Options, context: CommandContext): Promise<number> {
  const { folder, output } = context;
  const stored = chosen(readProjections(resolve(folder, options.store)), options);
  const [saving] = await compareTotals(
    findSpec(options.before ?? stored.spec, folder),
    [findSpec(after, folder)],
    settingsOf(options, context),
    output,
  );
  const { before, saved } = saving as Saving;
  const scored = scoreProjection(stored, before, saved, readEnvironment().startedAt);
  const file = scoresFile(options, folder);
  appendLines(file, [scored]);
  output.out(scoreTable(readScores(file), output.width));
  return codes[scored.outcome];
}

const codes = { hit: exitCode.fine, miss: exitCode.limitExceeded, unsure: exitCode.inconclusive } as const;

function chosen(
  projections: readonly StoredProjection[],
  { projection: wanted, store }: Options,
): StoredProjection {
  const found = projections.find(({ id }) => id === wanted);
  if (found) return found;
  const list = projections
    .slice(-8)
    .map(({ id, row, scenario }) => `${id} (${row} ${scenarioText(scenario)})`);
  throw new UserError(
    wanted === undefined ? 'score: no projection named' : `${store}: has no projection ${wanted}`,
    list.length > 0
      ? `Give --projection with one of these: ${list.join(', ')}.`
      : '`hotpath what-if SPEC` makes projections.',
  );
}
