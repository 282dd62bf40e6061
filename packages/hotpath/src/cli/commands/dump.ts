import { Command } from 'commander';
import { exitCode } from '../../errors.js';
import { dumpThreads } from '../../observe/attach/dump-threads.js';
import { dumpText } from '../../report/terminal/dump-text.js';
import { processNumber } from '../options/option-values.js';
import { placeIn } from '../profiles/write-profile.js';
import type { Surroundings } from './run.js';

interface Options {
  readonly json?: boolean;
}

/** `hotpath dump`: prints what the threads of a running process do now. `finish` gets the exit code. */
export function dumpCommand({ output, folder }: Surroundings, finish: (code: number) => void): Command {
  return new Command('dump')
    .description('print the stacks of a running Node process: every thread, once')
    .argument('<pid>', "the process's number", processNumber)
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
Frames stand innermost first; those that wait for them with \`await\` follow as async. Nothing is paused.

Examples:
  $ hotpath dump 4711
  $ hotpath dump 4711 --json`;
