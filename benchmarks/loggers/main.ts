import { Command, CommanderError, InvalidArgumentError } from 'commander';
import {
  type CommandContext,
  exitCode,
  explain,
  processContext,
  refuseSwallowedOption,
  UserError,
} from 'hotpath/cli';
import { type BenchmarkOptions, benchmark } from './benchmark.js';
import { candidates } from './candidates/candidates.js';
import type { Part } from './child/job.js';
import { burstCalls, parts, slowWriteMs } from './plan.js';

const about: Readonly<Record<Part, string>> = {
  throughput: 'lines per second including the flush, the time of each call, peak memory',
  'slow-sink': `how long callers wait while the sink takes ${slowWriteMs} ms for each write`,
  burst: `${burstCalls} calls in succession: how many lines are kept and dropped`,
};

/** More rounds would take more than a day. */
const mostRounds = 1000;

function createProgram(context: CommandContext, finish: (code: number) => void): Command {
  const { output } = context;
  return new Command('npm run benchmark:loggers --')
    .description('Compares loggers. Each measurement runs in its own process; rounds have a random order.')
    .option('--logger <name...>', 'only these loggers (default: all)')
    .option('--base <name>', 'the logger that ratios refer to (default: the first)')
    .option('--part <part...>', `only these parts: ${parts.join(', ')} (default: all)`, oneMorePart)
    .option('--rounds <number>', 'rounds (default: 7, with --quick 3)', roundCount)
    .option('--quick', 'fewer rounds and calls: wider intervals')
    .option('--seed <number>', 'seed of the random order (default: from the clock)', wholeNumber)
    .option(
      '--python <folder>',
      "also measure Python's fapilog in this folder, and Python's logging; takes minutes longer",
    )
    .option('--json <file>', 'write all measurements as JSON')
    .addHelpText(
      'after',
      `\n${listed('Loggers', namesOfLoggers())}\n\n${listed('Parts', Object.entries(about))}`,
    )
    .hook('preAction', (command) => refuseSwallowedOption(command))
    .exitOverride()
    .configureOutput({ writeOut: (text) => output.out(text), writeErr: (text) => output.err(text) })
    .action(async (options: BenchmarkOptions) => finish(await benchmark(options, context)));
}

function namesOfLoggers(): [string, string][] {
  return candidates.map((candidate) => [candidate.name, candidate.about]);
}

function listed(title: string, rows: readonly (readonly [string, string])[]): string {
  return [`${title}:`, ...rows.map(([name, meaning]) => `  ${name.padEnd(22)}${meaning}`)].join('\n');
}

function oneMorePart(text: string, before: readonly Part[] | undefined): readonly Part[] {
  const part = parts.find((known) => known === text);
  if (part === undefined) throw new InvalidArgumentError(`It must be one of ${parts.join(', ')}.`);
  return [...(before ?? []), part];
}

/** Parses the number of rounds: a single round would have no interval. */
function roundCount(text: string): number {
  const rounds = wholeNumber(text);
  if (rounds < 2 || rounds > mostRounds)
    throw new InvalidArgumentError(`It must be a whole number from 2 to ${mostRounds}.`);
  return rounds;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new InvalidArgumentError('It must be a whole number of at most nine digits.');
  return Number(text);
}

const context = processContext();
try {
  await createProgram(context, (code) => {
    process.exitCode = code;
  }).parseAsync();
} catch (problem) {
  if (problem instanceof UserError) {
    explain(problem, context.folder, context.output);
    process.exitCode = problem.code;
  } else if (problem instanceof CommanderError)
    process.exitCode = problem.exitCode === 0 ? exitCode.fine : exitCode.usage;
  else throw problem;
}
