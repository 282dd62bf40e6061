import { Command, Option } from 'commander';
import { exitCode } from '../../errors.js';
import { watchProcess } from '../../observe/attach/watch-process.js';
import { type TopOrder, topOrders } from '../../report/terminal/top-screen.js';
import { duration, processNumber, samplingRate, wholeNumber } from '../options/option-values.js';
import { intervalOf } from '../programs/recorded.js';
import { liveView, plainView } from '../programs/top-view.js';
import type { Surroundings } from './run.js';

interface Options {
  readonly rate: number;
  /** ms */
  readonly interval: number;
  readonly count?: number;
  readonly sort: TopOrder;
}

/** `hotpath top`: shows where a running process's time goes, again and again. `finish` gets the exit code. */
export function topCommand(surroundings: Surroundings, finish: (code: number) => void): Command {
  return new Command('top')
    .description('show live which functions of a running Node process take its time')
    .argument('<pid>', "the process's number", processNumber)
    .addOption(
      new Option('--interval <time>', 'how often: 1s, 500ms').argParser(duration).default(1000, '1s'),
    )
    .option('--count <number>', 'end after so many intervals', wholeNumber)
    .addOption(
      new Option('--sort <column>', 'what to order by').choices(Object.keys(topOrders)).default('own'),
    )
    .option('--rate <number>', 'samples a second', samplingRate, 1000)
    .addHelpText('after', help)
    .action(async (pid: number, options: Options) => finish(await top(pid, options, surroundings)));
}

const help = `
%Own and %Total are shares of the last interval of one thread; OwnTime and TotalTime are since the beginning.
Where the output is no terminal, the intervals follow one another as text.

Keys: 1 to 4 order by a column, r resets, q quits.`;

async function top(pid: number, options: Options, surroundings: Surroundings): Promise<number> {
  const { output, signal } = surroundings;
  const quit = new AbortController();
  const view = process.stdout.isTTY
    ? liveView(process.stdin, process.stdout, options.sort, surroundings, () => quit.abort())
    : plainView(options.sort, surroundings);
  let taken = 0;
  try {
    const hasEnded = await watchProcess({
      pid,
      intervalUs: intervalOf(options.rate),
      everyMs: options.interval,
      signal: AbortSignal.any([signal, quit.signal]),
      begun: view.begin,
      take: (samples, silent) => {
        view.take(
          samples,
          silent.map(({ message }) => message),
        );
        if (++taken === options.count) quit.abort();
      },
    });
    view.close();
    if (hasEnded) output.err(`note: process ${pid} ended\n`);
    return exitCode.fine;
  } finally {
    view.close();
  }
}
