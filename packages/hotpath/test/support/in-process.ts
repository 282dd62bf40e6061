import type { CommandContext } from '../../src/cli/context.js';
import { main } from '../../src/cli/main.js';
import type { Ended } from '../workspace.js';

/**
 * Runs a command line in the test's process, as a user in the folder would, and gives what it printed: cheaper than
 * `hotpath`, for what does not depend on a process of its own. It starts no forks, because those need compiled code.
 */
export async function hotpathInProcess(
  folder: string,
  words: readonly string[],
  changes: Partial<CommandContext> = {},
): Promise<Ended> {
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
    status: () => {},
  };
  const { signal } = new AbortController();
  const code = await main(words, {
    output,
    folder,
    signal,
    freshSeed: () => 1,
    terminal: null,
    ...changes,
  });
  return { code, out, err };
}
