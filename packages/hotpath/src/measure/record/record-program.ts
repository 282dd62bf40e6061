import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Coverage } from '../../sample/read-coverage.js';
import { runProgram, withNodeOptions } from '../run-program.js';
import { type RecordingSettings, rootsFile, settingsVariable } from './settings.js';

/** What is run, and how. */
export interface Recording extends Omit<RecordingSettings, 'root' | 'task'> {
  readonly command: readonly string[];
  /** Where the program runs. */
  readonly in: string;
  /** Ends it when it is aborted. */
  readonly signal: AbortSignal;
}

/** Runs a program while the profiles of its threads go to a folder; gives its exit code. */
export function recordProgram(recording: Recording): Promise<number> {
  const { command, in: folder, signal } = recording;
  return runProgram({
    command,
    folder,
    signal,
    env: hooked({ ...recording, task: 'sample' }),
    attached: true,
  });
}

/** Runs a program while V8 counts its calls; `folder` is to be empty. What it prints is dropped. */
export async function countCalls(recording: Recording): Promise<readonly Coverage[]> {
  const { command, in: runsIn, folder, subprocesses, signal } = recording;
  const env = { ...hooked({ ...recording, task: 'count' }), NODE_V8_COVERAGE: folder };
  await runProgram({ command, folder: runsIn, signal, env, attached: false });
  const roots = join(folder, rootsFile);
  const first = existsSync(roots) ? readFileSync(roots, 'utf8').trim().split('\n') : [];
  return readdirSync(folder)
    .filter((name) => {
      const [, pid] = /^coverage-(\d+)-/.exec(name) ?? [];
      return pid !== undefined && (subprocesses || first.includes(pid));
    })
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Coverage);
}

function hooked({
  task,
  folder,
  intervalUs,
  subprocesses,
}: Recording & Pick<RecordingSettings, 'task'>): Record<string, string> {
  const hook = new URL('./hook.js', import.meta.url).href;
  const settings: RecordingSettings = { task, folder, intervalUs, subprocesses, root: 0 };
  return {
    NODE_OPTIONS: withNodeOptions(process.env, `--import=${hook}`),
    [settingsVariable]: JSON.stringify(settings),
  };
}
