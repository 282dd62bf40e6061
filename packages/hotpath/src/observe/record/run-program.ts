import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { exitCode, UserError } from '../../errors.js';

/** How a program is to run. */
export interface ProgramRun {
  readonly command: readonly string[];
  readonly folder: string;
  /** Added to the environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Whether it inherits the terminal. Otherwise its input is empty and its output is discarded. */
  readonly attached: boolean;
  /** Interrupts the program. */
  readonly signal: AbortSignal;
}

/**
 * Runs a program and returns its exit code; 128 plus the number of the signal if a signal ended it, as in shells. A
 * terminal delivers its interrupts to the program directly. Throws a UserError if the program cannot be started.
 */
export function runProgram({ command, folder, env, attached, signal }: ProgramRun): Promise<number> {
  const [name, ...words] = command as readonly [string, ...string[]];
  const child = spawn(name, words, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: attached ? 'inherit' : 'ignore',
  });
  const interrupt = (): void => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  };
  signal.addEventListener('abort', interrupt, { once: true });
  return new Promise((resolve, reject) => {
    child.once('error', ({ message }) =>
      reject(
        new UserError(
          `${name}: cannot be started (${message})`,
          'Check the name of the command: it must be in PATH, or a path.',
          exitCode.usage,
        ),
      ),
    );
    child.once('close', (code, killedBy) => {
      signal.removeEventListener('abort', interrupt);
      resolve(code ?? 128 + (killedBy === null ? 0 : constants.signals[killedBy]));
    });
  });
}

/** NODE_OPTIONS with more options appended. */
export function withNodeOptions(env: NodeJS.ProcessEnv, ...more: readonly string[]): string {
  return [env.NODE_OPTIONS ?? '', ...more].filter((words) => words !== '').join(' ');
}

/** The option of Node that preloads a file, as NODE_OPTIONS has it. */
export function preloading(file: string): string {
  return `--require=${JSON.stringify(file)}`;
}
