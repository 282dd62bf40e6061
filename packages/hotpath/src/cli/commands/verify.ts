import { Command } from 'commander';
import { exitCode, UserError } from '../../errors.js';
import type { Outcome, Recovery } from '../../model/measurement/verification.js';
import { verificationTable } from '../../report/tables/verification-table.js';
import { verifyPath } from '../../sessions/verify-path.js';
import { findSpec } from '../../spec/find-spec.js';
import { writeNamedFile } from '../files/measurement-file.js';
import { positiveNumber, wholeNumber } from '../options/option-values.js';
import { settingsOf, withSession } from '../session/session.js';
import type { Surroundings } from './run.js';

interface VerifyOptions {
  readonly quick?: boolean;
  readonly json?: string;
  readonly seed?: number;
  readonly timeout: number;
}

/** `hotpath verify`: puts known costs into the rows of a path and says what came out. `finish` gets the exit code. */
export function verifyCommand(surroundings: Surroundings, finish: (code: number) => void): Command {
  return new Command('verify')
    .description(
      'give every row known delays, waits and allocations, and see whether they are found there and only there',
    )
    .argument('<spec>', 'a specification: NAME.hot.ts, .js or .mjs')
    .option('--quick', 'fewer processes and doses')
    .option(
      '--json <file>',
      'write what was given and recovered as JSON ("-": to stdout, instead of the table)',
    )
    .option('--seed <number>', 'seed of all random order (default: from the clock)', wholeNumber)
    .option('--timeout <seconds>', 'give up when a process is silent for so long', positiveNumber, 30)
    .addHelpText(
      'after',
      '\nExit codes: 0 all found, 1 some were not, 2 usage or specification, 3 could not measure, 4 too noisy to say.',
    )
    .action(async (spec: string, options: VerifyOptions) =>
      finish(await verify(spec, options, surroundings)),
    );
}

async function verify(name: string, options: VerifyOptions, surroundings: Surroundings): Promise<number> {
  const { folder, output } = surroundings;
  const file = findSpec(name, folder);
  const { recoveries } = await withSession(file, settingsOf(options, surroundings), output, (session) =>
    verifyPath(file, session),
  );
  if (recoveries.length === 0)
    throw new UserError(
      `${name}: no row ran, so nothing can be given to one`,
      'Mark regions, or name `functions`.',
    );
  if (options.json === '-') output.out(`${JSON.stringify(recoveries, null, 2)}\n`);
  else {
    output.out(`${verificationTable(recoveries, output.width)}\n${summary(recoveries)}\n`);
    if (options.json !== undefined) writeNamedFile(options.json, `${JSON.stringify(recoveries, null, 2)}\n`);
  }
  if (surroundings.signal.aborted) return exitCode.interrupted;
  const outcomes = recoveries.flatMap(({ found, contained }) => [found, contained]);
  if (outcomes.includes('fail')) return exitCode.limitExceeded;
  return outcomes.includes('unsure') ? exitCode.inconclusive : exitCode.fine;
}

function summary(recoveries: readonly Recovery[]): string {
  const said = (many: (outcome: Outcome) => number): string =>
    `${many('pass')} pass, ${many('fail')} fail, ${many('unsure')} are too noisy to say`;
  const found = (outcome: Outcome): number => recoveries.filter((each) => each.found === outcome).length;
  const out = (outcome: Outcome): number => recoveries.reduce((sum, { others }) => sum + others[outcome], 0);
  return [
    `Found where it was put, within 5 % or 5 ns: ${said(found)}.`,
    `At most 1 % or 3 ns in another row, for each other row: ${said(out)}.`,
  ].join('\n');
}
