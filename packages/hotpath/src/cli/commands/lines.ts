import { Command } from 'commander';
import { pattern, positiveNumber, samplingRate, wholeNumber } from '../options/option-values.js';
import { isSpec } from '../options/spec-name.js';
import { type PathLineOptions, pathLines } from '../profiles/path-lines.js';
import { type ProgramLineOptions, programLines } from '../programs/program-lines.js';
import type { Surroundings } from './run.js';

type Options = PathLineOptions & ProgramLineOptions;

/** `hotpath lines`: a path's or a program's time by lines, as line_profiler has it. `finish` gets the exit code. */
export function linesCommand(surroundings: Surroundings, finish: (code: number) => void): Command {
  return new Command('lines')
    .description("list time by lines as Python's line_profiler does: hits, time, time a hit, share, text")
    .usage('[options] <spec> | -- <command...>')
    .argument('<input...>', 'a specification, or a command to run: to sample it, to time it, to count hits')
    .option('--filter <pattern>', 'functions whose file:line(function) matches, also in packages', pattern)
    .option('--limit <number>', 'so many functions at most', wholeNumber, 10)
    .option('--json <file>', 'write the lines as JSON ("-": to stdout, instead of the tables)')
    .option('--spans <function>', 'of a specification: time each line of this function by probes instead')
    .option('--no-ledger', 'of a specification: only sample it, and compare no rows')
    .option('--quick', 'of a specification: fewer processes and shorter measurement')
    .option('--seed <number>', 'of a specification: seed of all random order', wholeNumber)
    .option(
      '--timeout <seconds>',
      'of a specification: a process may be silent for so long',
      positiveNumber,
      30,
    )
    .option('--once', 'of a command: run it once; hits and slow-down stay unknown')
    .option('--rate <number>', 'of a command: samples a second', samplingRate, 1000)
    .option('--subprocesses', 'of a command: with the Node programs that it starts')
    .addHelpText('after', examples)
    .action(async (input: readonly string[], options: Options) => {
      const [first] = input as [string];
      const isPath = input.length === 1 && isSpec(first);
      finish(
        await (isPath ? pathLines(first, options, surroundings) : programLines(input, options, surroundings)),
      );
    });
}

const examples = `
A line's time includes what was called from it. Hits are exact. Times are sampled with inlining off,
because with it samples fall on the wrong lines; how much longer that takes is said.

Examples:
  $ hotpath lines subjects/fapilog.info.hot.ts
  $ hotpath lines subjects/fapilog.info.hot.ts --spans buildEnvelope
  $ hotpath lines --filter 'src/.*parse' -- node build.js`;
