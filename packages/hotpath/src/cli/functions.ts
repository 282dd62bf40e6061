import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError, Option } from 'commander';
import { exitCode } from '../errors.js';
import { countCalls } from '../measure/record/record-program.js';
import type { Profile, ProfiledFunction } from '../model/profile.js';
import {
  type CalledFunction,
  type FunctionOrder,
  functionOrders,
  functionTableText,
} from '../report/function-table.js';
import { profileText } from '../report/weight-text.js';
import { type CallCounter, callCounter } from '../sample/read-coverage.js';
import { functionTable } from '../tree/function-table.js';
import { totalsOf } from '../tree/walk.js';
import { profilesOf } from './flame-source.js';
import { samplingRate, wholeNumber } from './numbers.js';
import { type RecordOptions, recorded, withFolder } from './recorded.js';
import type { Surroundings } from './run.js';
import { shownPath } from './write-profile.js';

interface Options extends RecordOptions {
  readonly sort: FunctionOrder;
  readonly filter?: RegExp;
  readonly limit: number;
  readonly calls: boolean;
}

/** `hotpath functions`: a program's or a profile's functions, as cProfile has them. `finish` gets the exit code. */
export function functionsCommand(surroundings: Surroundings, finish: (code: number) => void): Command {
  return new Command('functions')
    .description("list functions as Python's cProfile does: calls, own time, time with what they called")
    .usage('[options] <profile...> | -- <command...>')
    .argument('<input...>', 'profiles, or a command to run: once to sample it, once to count its calls')
    .addOption(
      new Option('--sort <column>', 'what to order by')
        .choices(Object.keys(functionOrders))
        .default('tottime'),
    )
    .option('--filter <pattern>', 'only functions whose file:line(function) matches', pattern)
    .option('--limit <number>', 'so many at most', wholeNumber, 40)
    .option('--no-calls', 'run the command once and count no calls')
    .option('--rate <number>', 'samples a second', samplingRate, 1000)
    .option('--subprocesses', 'of a command: with the Node programs that it starts')
    .option('--idle', 'of a command: with the time in which it has nothing to do')
    .passThroughOptions()
    .addHelpText('after', examples)
    .action(async (input: readonly string[], options: Options) =>
      finish(await functions(input, options, surroundings)),
    );
}

const examples = `
Calls are exact, from V8's coverage in a run of its own, whose output is dropped. Times are sampled.

Examples:
  $ hotpath functions -- node build.js
  $ hotpath functions --sort cumtime --filter src/ CPU.*.cpuprofile`;

const profileEnding = /\.(cpuprofile|pb|pb\.gz|pprof|collapsed|folded)$/;

async function functions(
  input: readonly string[],
  options: Options,
  surroundings: Surroundings,
): Promise<number> {
  const { folder, output } = surroundings;
  const isProfile = (name: string): boolean =>
    profileEnding.test(name) ||
    statSync(resolve(folder, name), { throwIfNoEntry: false })?.isDirectory() === true;
  if (input.every(isProfile)) {
    output.out(table(profilesOf(input, folder).profile, () => null, options, surroundings));
    return exitCode.fine;
  }
  const { profile, code } = await recorded(input, options, surroundings);
  if (!profile) return code;
  const counter = options.calls ? await countedCalls(input, options, surroundings) : () => null;
  output.out(table(profile, counter, options, surroundings));
  return code;
}

async function countedCalls(
  command: readonly string[],
  { subprocesses = false }: Options,
  { folder, signal }: Surroundings,
): Promise<CallCounter> {
  const coverages = await withFolder((into) =>
    countCalls({ command, in: folder, folder: into, intervalUs: 0, subprocesses, signal }),
  );
  return callCounter(coverages, scriptText);
}

/** A script by its URL; null where it is none of a file, or is gone. */
function scriptText(url: string): string | null {
  try {
    return readFileSync(fileURLToPath(url), 'utf8');
  } catch {
    return null;
  }
}

function table(
  profile: Profile,
  counter: CallCounter,
  { sort, filter, limit }: Options,
  { folder, output }: Surroundings,
): string {
  const place = (called: ProfiledFunction): string => placeText(called, folder);
  const all: CalledFunction[] = functionTable(profile)
    .map((one) => ({ ...one, calls: counter(one.called) }))
    .filter(({ called }) => !filter || filter.test(place(called)))
    .sort(functionOrders[sort]);
  const total = totalsOf(profile)[0] as number;
  const text = functionTableText(all.slice(0, limit), profile.unit, total, place, output.width);
  const rest = all.length > limit ? `; ${all.length - limit} more, --limit shows them` : '';
  return `${text}\n${profileText(profile)}${rest}\n`;
}

/** file:line(function), below the folder relative to it, as cProfile writes it. */
function placeText({ name, file, line }: ProfiledFunction, folder: string): string {
  const called = name || 'anonymous';
  if (file === '') return called;
  const path = file.startsWith('file:') ? fileURLToPath(file) : file;
  return `${path.startsWith('/') ? shownPath(path, folder) : path}${line > 0 ? `:${line}` : ''}(${called})`;
}

function pattern(text: string): RegExp {
  try {
    return new RegExp(text, 'i');
  } catch {
    throw new InvalidArgumentError('It must be a regular expression.');
  }
}
