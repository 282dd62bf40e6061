import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { isUnfit } from '../../doctor/examination.js';
import { exitCode } from '../../errors.js';
import { doctorText } from '../../report/terminal/doctor-text.js';
import { examineMachine } from '../../sessions/examine-machine.js';
import type { CommandContext } from '../context.js';
import { printResults } from '../files/print-results.js';
import { addForkOptions, type SessionOptions } from '../options/session-options.js';
import { settingsOf, withSession } from '../session/session.js';

interface Options extends Omit<SessionOptions, 'quick'> {
  readonly json?: string;
}

/** The doctor's path, compiled like this file. */
const sixLoops = fileURLToPath(
  new URL(`../../doctor/six-loops.hot${extname(import.meta.url)}`, import.meta.url),
);

/** `hotpath doctor`: measures six loops of known lengths and says what this machine can resolve. */
export function doctorCommand(context: CommandContext, finish: (code: number) => void): Command {
  const command = new Command('doctor')
    .description('measure loops of known lengths, and say what this machine can and cannot resolve (30 s)')
    .option('--json <file>', 'write the checks as JSON ("-": to stdout, instead of the text)');
  return addForkOptions(command)
    .addHelpText(
      'after',
      '\nExit codes: 0 the machine can measure, 3 could not measure, 4 its numbers cannot be trusted.',
    )
    .action(async (options: Options) => finish(await examine(options, context)));
}

async function examine(options: Options, context: CommandContext): Promise<number> {
  const settings = settingsOf({ ...options, quick: true }, context);
  const examination = await withSession(sixLoops, settings, context.output, (session) =>
    examineMachine(sixLoops, session),
  );
  const results = {
    text: () => doctorText(examination, context.output.width),
    json: () => `${JSON.stringify(examination, null, 2)}\n`,
  };
  printResults(results, options.json, context);
  if (context.signal.aborted) return exitCode.interrupted;
  return isUnfit(examination) ? exitCode.inconclusive : exitCode.fine;
}
