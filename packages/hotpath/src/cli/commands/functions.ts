import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command, Option } from 'commander';
import { exitCode } from '../../errors.js';
import { functionOrders } from '../../report/tables/function-table.js';
import { slowDownText } from '../../report/text/slow-down.js';
import { profileText } from '../../report/text/weight-text.js';
import { callCounter } from '../../v8/read-coverage.js';
import { pattern, positiveNumber, samplingRate, wholeNumber } from '../options/option-values.js';
import { isSpec } from '../options/spec-name.js';
import { areProfiles, profilesOf } from '../profiles/flame-source.js';
import { type FunctionChoice, functionsText } from '../profiles/functions-text.js';
import { type PathFunctionOptions, pathFunctions } from '../profiles/path-functions.js';
import { type RunOptions, runAgain } from '../programs/program-runs.js';
import { type RecordOptions, recorded } from '../programs/recorded.js';
import type { Surroundings } from './run.js';

type Options = FunctionChoice & RecordOptions & RunOptions & PathFunctionOptions;

/** `hotpath functions`: functions of a path, a program or a profile, as cProfile has them. `finish` gets the exit code. */
export function functionsCommand(surroundings: Surroundings, finish: (code: number) => void): Command {
  return new Command('functions')
    .description("list functions as Python's cProfile does: calls, own time, time with what they called")
    .usage('[options] <spec> | <profile...> | -- <command...>')
    .argument(
      '<input...>',
      'a specification, profiles, or a command to run: to sample it, to time it, to count',
    )
    .addOption(
      new Option('--sort <column>', 'what to order by')
        .choices(Object.keys(functionOrders))
        .default('tottime'),
    )
    .option('--filter <pattern>', 'only functions whose file:line(function) matches', pattern)
    .option('--limit <number>', 'so many at most', wholeNumber, 40)
    .option('--once', 'of a command: run it once; calls and slow-down stay unknown')
    .option('--rate <number>', 'of a command: samples a second', samplingRate, 1000)
    .option('--subprocesses', 'of a command: with the Node programs that it starts')
    .option('--idle', 'of a command: with the time in which it has nothing to do')
    .option('--quick', 'of a specification: fewer samples')
    .option('--seed <number>', 'of a specification: seed of all random order', wholeNumber)
    .option(
      '--timeout <seconds>',
      'of a specification: a process may be silent for so long',
      positiveNumber,
      30,
    )
    .addHelpText('after', examples)
    .action(async (input: readonly string[], options: Options) =>
      finish(await functions(input, options, surroundings)),
    );
}

const examples = `
Calls are exact, from V8's coverage in a run of its own, whose output is dropped. Times are sampled with
inlining off, because with it V8 gives callers the time of what it put into them; --idle counts waiting.

Examples:
  $ hotpath functions -- node build.js
  $ hotpath functions subjects/fapilog.info.hot.ts
  $ hotpath functions --sort cumtime --filter src/ CPU.*.cpuprofile`;

async function functions(
  input: readonly string[],
  options: Options,
  surroundings: Surroundings,
): Promise<number> {
  const { folder, output } = surroundings;
  const [first] = input as [string];
  if (input.length === 1 && isSpec(first)) return pathFunctions(first, options, surroundings);
  if (areProfiles(input, folder)) {
    const { profile } = profilesOf(input, folder);
    output.out(functionsText(profile, () => null, options, profileText(profile), surroundings));
    return exitCode.fine;
  }
  return programFunctions(input, options, surroundings);
}

async function programFunctions(
  command: readonly string[],
  options: Options,
  surroundings: Surroundings,
): Promise<number> {
  const { profile, code, processorMs } = await recorded(
    command,
    { ...options, inlining: false, keepIn: null },
    surroundings,
  );
  if (!profile) return code;
  const { coverages, slowDown } = await runAgain(command, options, surroundings, processorMs);
  const counter = coverages ? callCounter(coverages, scriptText) : () => null;
  const said = `${profileText(profile)}, ${slowDownText(slowDown, 'program')}`;
  surroundings.output.out(functionsText(profile, counter, options, said, surroundings));
  return code;
}

/** A script by its URL; null where it is none of a file, or is gone. */
function scriptText(url: string): string | null {
  try {
    return readFileSync(fileURLToPath(url), 'utf8');
  } catch {
    return null;
  }
}
