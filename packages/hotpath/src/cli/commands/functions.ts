import { Command, Option } from 'commander';
import { exitCode } from '../../errors.js';
import { scriptFile } from '../../model/text/script-file.js';
import { functionOrders } from '../../report/tables/function-table.js';
import { slowDownText } from '../../report/text/slow-down.js';
import { profileText } from '../../report/text/weight-text.js';
import { openScripts } from '../../source/scripts.js';
import type { Counted } from '../../v8/counted.js';
import { type Coverage, callCounter } from '../../v8/read-coverage.js';
import type { CommandContext } from '../context.js';
import { pattern, wholeNumber } from '../options/option-values.js';
import { addSessionOptions, forSpecifications } from '../options/session-options.js';
import { addPathOptions, type PathOptions } from '../paths/path-options.js';
import { namesPath } from '../paths/path-word.js';
import { withPath } from '../paths/with-paths.js';
import { profilesOf } from '../profiles/flame-source.js';
import { type FunctionChoice, functionsText } from '../profiles/functions-text.js';
import { type PathFunctionOptions, pathFunctions } from '../profiles/path-functions.js';
import { areProfiles } from '../profiles/profile-names.js';
import { type FurtherRunOptions, runAgain } from '../programs/program-runs.js';
import { idleOption, type RecordOptions, rateOption } from '../programs/record-options.js';
import { recorded } from '../programs/recorded.js';

type Options = FunctionChoice & RecordOptions & FurtherRunOptions & PathFunctionOptions & PathOptions;

/** `hotpath functions`: the functions of a path, a program or a profile, in the form of cProfile. `finish` gets the exit code. */
export function functionsCommand(context: CommandContext, finish: (code: number) => void): Command {
  const command = new Command('functions')
    .description("list functions as Python's cProfile does: calls, own time, time with callees")
    .usage('[options] <path> | --eval <code> | <profile...> | -- <command...>')
    .argument(
      '[input...]',
      'a path: NAME.hot.ts or FILE#EXPORT; profiles, or a command, which runs three times: sampled, timed, counted',
    )
    .addOption(
      new Option('--sort <column>', 'column to order by')
        .choices(Object.keys(functionOrders))
        .default('tottime'),
    )
    .option('--filter <pattern>', 'only functions whose file:line(function) matches', pattern)
    .option('--limit <number>', 'at most this many functions', wholeNumber, 40)
    .option('--once', `${forCommands}run it once; calls and slow-down stay unknown`)
    .addOption(rateOption(1000, forCommands))
    .option('--subprocesses', `${forCommands}also the Node programs that it starts`)
    .addOption(idleOption(forCommands));
  return addSessionOptions(addPathOptions(command), forSpecifications)
    .addHelpText('after', examples)
    .action(async (input: readonly string[], options: Options) =>
      finish(await functions(input, options, context)),
    );
}

const forCommands = 'command only: ';

const examples = `
Calls are exact: V8's coverage counts them in a run of its own, whose output is discarded.
Times are sampled with inlining off, because V8 adds the time of an inlined function to its caller.

Examples:
  $ hotpath functions -- node build.js
  $ hotpath functions subjects/fapilog.info.hot.ts
  $ hotpath functions --sort cumtime --filter src/ CPU.*.cpuprofile`;

async function functions(
  input: readonly string[],
  options: Options,
  context: CommandContext,
): Promise<number> {
  const { folder, output } = context;
  if (namesPath(input, options, folder))
    return withPath(input[0], options, context, (file, own) => pathFunctions(file, options, own));
  if (areProfiles(input, folder)) {
    const { profile } = await profilesOf(input, folder);
    output.out(
      functionsText(
        { profile, calls: () => null, said: profileText(profile), read: openScripts().read },
        options,
        context,
      ),
    );
    return exitCode.fine;
  }
  return programFunctions(input, options, context);
}

async function programFunctions(
  command: readonly string[],
  options: Options,
  context: CommandContext,
): Promise<number> {
  const { profile, code, processorMs, scripts } = await recorded(
    command,
    { ...options, inlining: false, keepIn: null },
    context,
  );
  if (!profile) return code;
  const { read } = openScripts(scripts);
  const { counted, slowDown } = await runAgain(command, options, context, processorMs);
  const calls = counted
    ? callCounter(coveragesOf(counted), (url) => read(scriptFile(url))?.text ?? null)
    : () => null;
  const said = `${profileText(profile)}, ${slowDownText(slowDown, 'program')}`;
  context.output.out(functionsText({ profile, calls, said, read }, options, context));
  return code;
}

function coveragesOf(counted: readonly Counted[]): Coverage[] {
  return counted.map(({ coverage }) => coverage);
}
