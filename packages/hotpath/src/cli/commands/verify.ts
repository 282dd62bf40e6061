import { Command } from 'commander';
import { exitCode, UserError } from '../../errors.js';
import type { Outcome, Recovery } from '../../model/measurement/verification.js';
import type { Finding } from '../../model/report/finding.js';
import { verificationTable } from '../../report/tables/verification-table.js';
import { verifyPath } from '../../sessions/verify-path.js';
import type { CommandContext } from '../context.js';
import { printResults } from '../files/print-results.js';
import { addSessionOptions, type SessionOptions } from '../options/session-options.js';
import { addPathOptions, type PathOptions, pathForms } from '../paths/path-options.js';
import { withPath } from '../paths/with-paths.js';
import { settingsOf, withSession } from '../session/session.js';

interface Options extends SessionOptions, PathOptions {
  readonly json?: string;
}

/** `hotpath verify`: puts known costs into the rows of a path and checks what is measured. `finish` gets the exit code. */
export function verifyCommand(context: CommandContext, finish: (code: number) => void): Command {
  const command = new Command('verify')
    .description(
      'put known delays, waits and allocations into each row, and check that they are found there and nowhere else',
    )
    .argument('[path]', `a path: ${pathForms}`)
    .option(
      '--json <file>',
      'write what was given and recovered as JSON ("-": to stdout, instead of the table)',
    );
  return addSessionOptions(addPathOptions(command), { quick: 'fewer forks and doses' })
    .addHelpText('after', exitCodes)
    .action(async (path: string | undefined, options: Options) =>
      finish(await withPath(path, options, context, (file, own) => verify(file, options, own))),
    );
}

const exitCodes =
  '\nExit codes: 0 all found, 1 some not found, 2 wrong usage or specification, 3 could not measure,\n4 too noisy to decide.';

async function verify(file: string, options: Options, context: CommandContext): Promise<number> {
  const { output, signal } = context;
  const { recoveries, findings } = await withSession(file, settingsOf(options, context), output, (session) =>
    verifyPath(file, session),
  );
  if (recoveries.length === 0) throw nothingGiven(file, findings);
  const results = {
    text: () => `${verificationTable(recoveries, output.width)}\n${summary(recoveries)}\n`,
    json: () => `${JSON.stringify(recoveries, null, 2)}\n`,
    findings,
  };
  printResults(results, options.json, context);
  return signal.aborted ? exitCode.interrupted : codeOf(recoveries);
}

function nothingGiven(name: string, findings: readonly Finding[]): UserError {
  const refused = findings.find(({ id }) => id === 'refused-rows');
  if (refused)
    return new UserError(
      `${name}: no row can be verified; ${refused.message}`,
      refused.advice,
      exitCode.noMeasurement,
    );
  return new UserError(
    `${name}: no row ran, so there is none to put a cost into`,
    'Mark regions, or name `functions`.',
  );
}

function codeOf(recoveries: readonly Recovery[]): number {
  const outcomes = recoveries.flatMap(({ found, contained }) => [found, contained]);
  if (recoveries.every(({ found }) => found === null)) return exitCode.noMeasurement;
  if (outcomes.includes('fail')) return exitCode.limitExceeded;
  return outcomes.includes('unsure') ? exitCode.inconclusive : exitCode.fine;
}

function summary(recoveries: readonly Recovery[]): string {
  const counts = (count: (outcome: Outcome) => number): string =>
    `${count('pass')} pass, ${count('fail')} fail, ${count('unsure')} too noisy to decide`;
  const found = (outcome: Outcome): number => recoveries.filter((each) => each.found === outcome).length;
  const others = (outcome: Outcome): number =>
    recoveries.reduce((sum, { others: counted }) => sum + counted[outcome], 0);
  const without = new Set(recoveries.flatMap(({ row, found }) => (found === null ? [row] : [])));
  const nothing =
    without.size === 0 ? [] : [`Nothing could be put into ${[...without].join(', ')}: not executed.`];
  return [
    `Found in its own row, within 5% or 5 ns: ${counts(found)}.`,
    `At most 1% or 3 ns in each other row: ${counts(others)}.`,
    ...nothing,
  ].join('\n');
}
