import { dirname, join, resolve } from 'node:path';
import { Command } from 'commander';
import { exitCode, UserError } from '../../errors.js';
import { scoreProjection } from '../../estimate/gains/score-projection.js';
import { readEnvironment } from '../../measure/environment.js';
import type { Saving, StoredProjection } from '../../model/report/score.js';
import { scoreTable } from '../../report/tables/score-table.js';
import { findSpec } from '../../spec/find-spec.js';
import { appendLines, projectionFile, readProjections, readScores } from '../files/projection-file.js';
import { positiveNumber, wholeNumber } from '../options/option-values.js';
import { compareTotals } from '../session/compare-totals.js';
import { settingsOf } from '../session/session.js';
import type { Surroundings } from './run.js';

interface Options {
  readonly before?: string;
  readonly projection?: string;
  readonly store: string;
  readonly quick?: boolean;
  readonly seed?: number;
  readonly timeout: number;
}

/** `hotpath score`: was a projection right? `finish` gets the exit code. */
export function scoreCommand(surroundings: Surroundings, finish: (code: number) => void): Command {
  return new Command('score')
    .description('compare a stored projection with what the change brought, and keep the record')
    .argument('[after]', 'the specification of the changed path; without it, the record is printed')
    .option('--projection <id>', 'which projection the change carried out, such as p1')
    .option(
      '--before <spec>',
      'the specification of the path as it was (default: the one that was projected from)',
    )
    .option('--store <file>', 'where projections are kept; scores are kept beside it', projectionFile)
    .option('--quick', 'fewer processes and shorter measurement: wider intervals')
    .option('--seed <number>', 'seed of all random order (default: from the clock)', wholeNumber)
    .option('--timeout <seconds>', 'give up when a process is silent for so long', positiveNumber, 30)
    .addHelpText(
      'after',
      '\nExit codes: 0 right or the record alone, 1 wrong, 2 usage or specification, 3 could not measure,\n4 measured too widely to say.',
    )
    .action(async (after: string | undefined, options: Options) =>
      finish(await score(after, options, surroundings)),
    );
}

async function score(
  after: string | undefined,
  options: Options,
  surroundings: Surroundings,
): Promise<number> {
  const { folder, output } = surroundings;
  const file = resolve(folder, options.store);
  const scores = join(dirname(file), 'scores.jsonl');
  if (after === undefined) {
    const known = readScores(scores);
    if (known.length === 0)
      throw new UserError('nothing is scored yet', 'Give the changed specification and --projection ID.');
    output.out(scoreTable(known, output.width));
    return exitCode.fine;
  }
  const stored = chosen(readProjections(file), options.projection, options.store);
  const [saving] = await compareTotals(
    findSpec(options.before ?? stored.spec, folder),
    [findSpec(after, folder)],
    settingsOf(options, surroundings),
    output,
  );
  const { before, saved } = saving as Saving;
  const scored = scoreProjection(stored, before, saved, readEnvironment().startedAt);
  appendLines(scores, [scored]);
  output.out(scoreTable(readScores(scores), output.width));
  return codes[scored.outcome];
}

const codes = { hit: exitCode.fine, miss: exitCode.limitExceeded, unsure: exitCode.inconclusive } as const;

function chosen(
  projections: readonly StoredProjection[],
  wanted: string | undefined,
  store: string,
): StoredProjection {
  const found = projections.find(({ id }) => id === wanted);
  if (found) return found;
  const list = projections.slice(-8).map(({ id, row, scenario }) => `${id} (${row} ${scenario})`);
  throw new UserError(
    wanted === undefined ? 'score: no projection named' : `${store} has no projection ${wanted}`,
    list.length > 0
      ? `Give --projection with one of these: ${list.join(', ')}.`
      : '`hotpath what-if SPEC` makes projections.',
  );
}
