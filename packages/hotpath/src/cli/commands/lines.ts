import { Command } from 'commander';
import type { CommandContext } from '../context.js';
import { pattern, wholeNumber } from '../options/option-values.js';
import { addSessionOptions } from '../options/session-options.js';
import { addPathOptions, type PathOptions } from '../paths/path-options.js';
import { namesPath } from '../paths/path-word.js';
import { withPath } from '../paths/with-paths.js';
import { type PathLineOptions, pathLines } from '../profiles/path-lines.js';
import { type ProgramLineOptions, programLines } from '../programs/program-lines.js';
import { rateOption } from '../programs/record-options.js';

type Options = PathLineOptions & ProgramLineOptions & PathOptions;

/** `hotpath lines`: the time of a path or a program by lines, in the form of line_profiler. `finish` gets the exit code. */
export function linesCommand(context: CommandContext, finish: (code: number) => void): Command {
  const command = new Command('lines')
    .description("list time by lines as Python's line_profiler does: hits, time, time per hit, share, text")
    .usage('[options] <path> | --eval <code> | -- <command...>')
    .argument(
      '[input...]',
      'a path: NAME.hot.ts or FILE#EXPORT; or a command, which runs three times: sampled, timed, counted',
    )
    .option(
      '--filter <pattern>',
      'only functions whose file:line(function) matches, in packages too',
      pattern,
    )
    .option('--limit <number>', 'at most this many functions', wholeNumber, 10)
    .option('--json <file>', 'write the lines as JSON ("-": to stdout, instead of the tables)')
    .option(
      '--spans <function>',
      `${forPaths}time each line of this function with probes instead of sampling`,
    )
    .option('--no-ledger', `${forPaths}only sample; do not compare with the rows of a ledger`)
    .option('--once', `${forCommands}run it once; hits and slow-down stay unknown`)
    .option(
      '--as-is',
      `${forCommands}do not split texts that have several source lines on one line, as tsx makes them`,
    )
    .addOption(rateOption(1000, forCommands))
    .option('--subprocesses', `${forCommands}also the Node programs that it starts`);
  return addSessionOptions(addPathOptions(command), {
    quick: 'fewer forks and shorter measurement',
    scope: forPaths,
  })
    .addHelpText('after', examples)
    .action(async (input: readonly string[], options: Options) => {
      const lines = namesPath(input, options, context.folder)
        ? withPath(input[0], options, context, (file, own) => pathLines(file, options, own))
        : programLines(input, options, context);
      finish(await lines);
    });
}

const forPaths = 'path only: ';
const forCommands = 'command only: ';

const examples = `
A line's time includes the functions that it calls. Hits marked ≤ are the most that they can be. Times are sampled with inlining off,
because inlining moves samples to wrong lines; the output says how much slower that is.

Examples:
  $ hotpath lines subjects/fapilog.info.hot.ts
  $ hotpath lines subjects/fapilog.info.hot.ts --spans buildEnvelope
  $ hotpath lines --filter 'src/.*parse' -- node build.js`;
