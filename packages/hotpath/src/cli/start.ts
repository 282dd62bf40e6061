import { exitCode } from '../errors.js';
import type { Surroundings } from './commands/run.js';
import { main } from './main.js';
import { processOutput } from './output.js';

/**
 * The process as commands see it. The first interrupt stops measuring and keeps what is there, a second one
 * ends the process at once.
 */
export function processSurroundings(): Surroundings {
  const interrupt = new AbortController();
  const stop = (): void => {
    if (interrupt.signal.aborted) process.exit(exitCode.interrupted);
    interrupt.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // A reader that goes away (`| head`) is no mistake.
  process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
    if (problem.code === 'EPIPE') process.exit(exitCode.fine);
    throw problem;
  });
  return {
    output: processOutput(process.env, process.stdout, process.stderr),
    folder: process.cwd(),
    signal: interrupt.signal,
    freshSeed: () => Date.now() % 1_000_000,
  };
}

/** Runs the command line of this process and ends it with the right exit code. */
export async function start(words: readonly string[]): Promise<void> {
  process.exitCode = await main(words, processSurroundings());
}
