import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { exitCode, UserError } from '../../errors.js';

/** How a program is to run. */
export interface ProgramRun {
  readonly command: readonly string[];
  readonly folder: string;
  /** Added to the environment. */
  readonly env: Readonly<Record<string, string>>;
  /** Whether it has the terminal; otherwise it reads nothing and what it prints is dropped. */
  readonly attached: boolean;
  /** Interrupts it when it is aborted. */
  readonly signal: AbortSignal;
}

/**
 * Runs a program to its end and gives its exit code, 128 and the signal's number where a signal ended it, as shells do.
 * Interrupts of a terminal reach it by themselves. Throws a UserError where it cannot be started.
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
          'Give a command as a shell would find it.',
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

/** NODE_OPTIONS with some more, behind those that are set. */
export function withNodeOptions(env: NodeJS.ProcessEnv, ...more: readonly string[]): string {
  return [env.NODE_OPTIONS ?? '', ...more].filter((words) => words !== '').join(' ');
}
