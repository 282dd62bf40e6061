import { exitCode } from '../errors.js';
import type { CommandContext } from './context.js';
import { main } from './main.js';
import { processOutput } from './output.js';

/**
 * The context of this process. The first interrupt stops measuring and keeps what was measured; a second one ends the
 * process at once.
 */
export function processContext(): CommandContext {
  const interrupt = new AbortController();
  const stop = (): void => {
    if (interrupt.signal.aborted) process.exit(exitCode.interrupted);
    interrupt.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // A reader that stops reading (`| head`) is not an error.
  process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
    if (problem.code === 'EPIPE') process.exit(exitCode.fine);
    throw problem;
  });
  return {
    output: processOutput(process.env, process.stdout, process.stderr),
    folder: process.cwd(),
    signal: interrupt.signal,
    freshSeed: () => Date.now() % 1_000_000,
    terminal: process.stdout.isTTY ? { keyboard: process.stdin, screen: process.stdout } : null,
  };
}

/** Runs the command line of this process and sets its exit code. */
export async function start(words: readonly string[]): Promise<void> {
  process.exitCode = await main(words, processContext());
}
