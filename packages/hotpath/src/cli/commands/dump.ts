import { Command } from 'commander';
import { exitCode } from '../../errors.js';
import { dumpThreads } from '../../observe/attach/dump-threads.js';
import { dumpText } from '../../report/terminal/dump-text.js';
import type { CommandContext } from '../context.js';
import { placeIn } from '../files/shown-path.js';
import { processNumber } from '../options/option-values.js';

interface Options {
  readonly json?: boolean;
}

/** `hotpath dump`: prints what the threads of a running process are doing. `finish` gets the exit code. */
export function dumpCommand({ output, folder }: CommandContext, finish: (code: number) => void): Command {
  return new Command('dump')
    .description('print the stacks of a running Node process: every thread, once')
    .argument('<pid>', 'the process id', processNumber)
    .option('--json', 'print them as JSON')
    .addHelpText('after', examples)
    .action(async (pid: number, { json = false }: Options) => {
      const stacks = await dumpThreads(pid);
      const place = placeIn(folder);
      output.out(json ? `${JSON.stringify(stacks, null, 2)}\n` : dumpText(stacks, place));
      finish(exitCode.fine);
    });
}

const examples = `
The innermost frame comes first; async frames, which await it, follow. The process is not paused.

Examples:
  $ hotpath dump 4711
  $ hotpath dump 4711 --json`;
