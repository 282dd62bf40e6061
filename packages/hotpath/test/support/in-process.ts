import type { CommandContext } from '../../src/cli/context.js';
import { main } from '../../src/cli/main.js';
import type { Ended } from './workspace.js';

type Main = (words: readonly string[], context: CommandContext) => Promise<number>;

interface Changes extends Partial<CommandContext> {
  /** Gets each progress line. */
  readonly onStatus?: (text: string) => void;
}

type InProcess = (folder: string, words: readonly string[], changes?: Changes) => Promise<Ended>;

/**
 * Runs a command line in the test's process, as a user in the folder would, and gives what it printed: cheaper than
 * `hotpath`, for what does not depend on a process of its own. It starts no forks, because those need compiled code.
 */
export const hotpathInProcess = inProcess(main);

export function inProcess(run: Main): InProcess {
  return async (folder, words, { onStatus = () => {}, ...changes } = {}) => {
    let out = '';
    let err = '';
    const output: CommandContext['output'] = {
      width: 80,
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      status: onStatus,
    };
    const { signal } = new AbortController();
    const code = await run(words, { output, folder, signal, freshSeed: () => 1, terminal: null, ...changes });
    return { code, out, err };
  };
}
