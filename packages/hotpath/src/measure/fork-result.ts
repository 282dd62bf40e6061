import { exitCode, UserError } from '../errors.js';
import type { Failure } from './fork-message.js';
import type { ForkJob } from './job.js';
import { type EndedFork, type ForkSettings, Interrupted } from './run-fork.js';
import type { TaskResults } from './task-results.js';

/** What a fork found. Throws a UserError when the path failed, crashed or hung, Interrupted when the user stopped it. */
export function resultOf<Job extends ForkJob>(
  { spec }: Job,
  { outcome, exit, stderr }: EndedFork,
  { silenceMs }: ForkSettings,
): TaskResults[Job['task']] {
  switch (outcome.kind) {
    case 'result':
      // The fork performed this job's task, so its result is of this task's type.
      return outcome.value as TaskResults[Job['task']];
    case 'failed':
      throw specificationError(spec, outcome);
    case 'interrupted':
      throw new Interrupted();
    case 'silent':
      throw new UserError(
        `${spec}: the path hangs: a fork gave no sign of life for ${silenceMs / 1000} s`,
        'Look for a `run` that never returns, or raise --timeout.',
        exitCode.noMeasurement,
      );
    case 'ended':
      throw crashError(spec, exit, stderr);
  }
}

function specificationError(spec: string, { phase, message, hint }: Failure): UserError {
  switch (phase) {
    case 'load':
      return new UserError(`${spec}: cannot be loaded: ${message}`, hint ?? loadHint(message));
    case 'load again':
      return new SecondCopyError(`${spec}: cannot be loaded again: ${message}`);
    case 'setup again':
      return new SecondCopyError(`${spec}: \`setup\` failed for a second copy: ${message}`);
    case 'instances':
      return new UserError(
        `${spec}: ${message}, so its rows cannot be measured`,
        'Load the file by `import` or `require`, and keep nothing of it on `globalThis`.',
        exitCode.noMeasurement,
      );
    case 'refused':
      return new UserError(message, hint ?? 'See `hotpath run --help`.');
    case 'shape':
      return new UserError(
        `${spec}: ${message}`,
        'A specification is `export default defineHotPath({ name, sources, setup, run, teardown })`.',
      );
    case 'setup':
    case 'run':
    case 'settle':
    case 'teardown':
      return new UserError(
        `${spec}: \`${phase}\` failed: ${message}`,
        hint ?? `Make \`${phase}\` work on its own; every operation must succeed.`,
      );
  }
}

function loadHint(message: string): string {
  const lost = / does not provide an export named '([^']*)'/.exec(message)?.[1];
  return lost === undefined
    ? 'Run the file on its own to see more.'
    : `If ${lost} is a type, write \`import type\` or \`export type\`.`;
}

/** The path refused to be loaded, or set up, a second time in a process. */
export class SecondCopyError extends UserError {
  constructor(message: string) {
    super(
      message,
      'hotpath loads the path several times in a process. Let the file that is named allow further instances of itself. `flame`, `functions` and `lines --no-ledger` need one only.',
      exitCode.noMeasurement,
    );
  }
}

function crashError(spec: string, { code, signal }: EndedFork['exit'], stderr: string): UserError {
  const how = signal ? `was killed by ${signal}` : `ended early with exit code ${code}`;
  const said = firstMeaningful(stderr);
  return new UserError(
    `${spec}: a fork ${how}${said ? `: ${said}` : ''}`,
    'The path must not end its process; look for process.exit, a native crash or too little memory.',
    exitCode.noMeasurement,
  );
}

function firstMeaningful(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trim());
  return lines.find((line) => /error|fatal|assert/i.test(line)) ?? lines.find((line) => line !== '') ?? '';
}
