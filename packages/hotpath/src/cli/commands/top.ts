import { Command, Option } from 'commander';
import { exitCode } from '../../errors.js';
import { watchProcess } from '../../observe/attach/watch-process.js';
import { type TopOrder, topOrders } from '../../report/terminal/top-screen.js';
import type { CommandContext } from '../context.js';
import { duration, processNumber, wholeNumber } from '../options/option-values.js';
import { intervalOf, rateOption } from '../programs/record-options.js';
import { liveView, plainView } from '../programs/top-view.js';

interface Options {
  readonly rate: number;
  /** ms */
  readonly interval: number;
  readonly count?: number;
  readonly sort: TopOrder;
}

/** `hotpath top`: shows live where a running process's time goes. `finish` gets the exit code. */
export function topCommand(context: CommandContext, finish: (code: number) => void): Command {
  return new Command('top')
    .description('show live which functions of a running Node process take the time')
    .argument('<pid>', 'the process id', processNumber)
    .addOption(
      new Option('--interval <time>', 'length of an interval: 1s, 500ms')
        .argParser(duration)
        .default(1000, '1s'),
    )
    .option('--count <number>', 'end after this many intervals', wholeNumber)
    .addOption(
      new Option('--sort <column>', 'column to order by').choices(Object.keys(topOrders)).default('own'),
    )
    .addOption(rateOption(1000))
    .addHelpText('after', help)
    .action(async (pid: number, options: Options) => finish(await top(pid, options, context)));
}

const help = `
%Own and %Total are shares of one thread's time in the last interval; OwnTime and TotalTime count from the start.
When the output is not a terminal, each interval is printed as text.

Keys: 1 to 4 order by a column, r resets, q quits.`;

async function top(pid: number, options: Options, context: CommandContext): Promise<number> {
  const { output, signal } = context;
  const quit = new AbortController();
  const view = context.terminal
    ? liveView(context.terminal, options.sort, context, () => quit.abort())
    : plainView(options.sort, context);
  let taken = 0;
  try {
    const hasEnded = await watchProcess({
      pid,
      intervalUs: intervalOf(options.rate),
      everyMs: options.interval,
      signal: AbortSignal.any([signal, quit.signal]),
      started: view.begin,
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
