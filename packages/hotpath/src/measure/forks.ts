import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debugText } from './debug/debug-text.js';
import type { Launch } from './fork-flags.js';
import { resultOf } from './fork-result.js';
import type { ForkJob, JobBase } from './job.js';
import { type ForkSettings, runFork } from './run-fork.js';
import type { TaskResults } from './task-results.js';

export interface ForksSettings extends ForkSettings {
  /** Gets a text about each fork; then job files are kept when the session ends. Null: nothing is reported or kept. */
  readonly debug: ((text: string) => void) | null;
}

/** Runs the forks of a session. Its files are in a temporary folder. */
export interface Forks {
  /** The temporary folder. */
  readonly folder: string;
  /**
   * Runs a job and gives what it found; `progress` gets the share of its work that is done, 0 to 1.
   * Throws a UserError when the path cannot be run, Interrupted when the user stopped the session.
   */
  run<Job extends ForkJob>(
    job: Job,
    progress?: (done: number) => void,
    launch?: Launch,
  ): Promise<TaskResults[Job['task']]>;
  /** What every job of a specification has. */
  baseOf(spec: string): Pick<JobBase, 'spec' | 'cache' | 'made'>;
  /** Removes the files. */
  close(): void;
}

export function openForks({ debug, ...settings }: ForksSettings): Forks {
  const folder = mkdtempSync(join(tmpdir(), 'hotpath-'));
  const cache = join(folder, 'compiled');
  const made = join(folder, 'made');
  let jobs = 0;
  return {
    folder,
    baseOf: (spec) => ({ spec, cache, made }),
    async run(job, progress, launch) {
      const number = jobs++;
      const jobFile = join(folder, `job-${number}.json`);
      const ended = await runFork(job, jobFile, settings, launch, progress);
      debug?.(debugText(number, job, ended, jobFile));
      return resultOf(job, ended, settings);
    },
    close() {
      if (debug) debug(`the job files of these forks are kept in ${folder}\n`);
      else rmSync(folder, { recursive: true, force: true });
    },
  };
}
