import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Coverage } from '../../v8/read-coverage.js';
import { timeEnding } from './note-time.js';
import { runProgram, withNodeOptions } from './run-program.js';
import { stacksEnding, type ThreadStacks } from './sample-lines.js';
import { type RecordingSettings, rootsFile, settingsVariable } from './settings.js';

/** What is run, and how. `folder` is empty before, and holds what was recorded behind it. */
export interface Recording extends Omit<RecordingSettings, 'root' | 'task'> {
  readonly command: readonly string[];
  /** Where the program runs. */
  readonly workingFolder: string;
  /** Ends it when it is aborted. */
  readonly signal: AbortSignal;
}

/** Runs a program while the profiles of its threads go to a folder; gives its exit code. */
export function recordProgram(recording: Recording): Promise<number> {
  return run(recording, 'sample', true);
}

/** Runs a program while the stacks of its threads are sampled with the lines of callers. */
export async function recordLines(
  recording: Recording,
): Promise<{ readonly code: number; readonly threads: readonly ThreadStacks[] }> {
  const code = await run(recording, 'lines', true);
  const { folder } = recording;
  const names = readdirSync(folder).filter((name) => name.endsWith(stacksEnding));
  return { code, threads: names.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))) };
}

/** Runs a program as it is for the processor time that it takes, ms. What it prints is dropped. */
export async function timeProgram(recording: Recording): Promise<number> {
  await run(recording, 'time', false);
  return processorTime(recording.folder);
}

/** Processor time of all processes that were recorded into a folder, ms. */
export function processorTime(folder: string): number {
  const files = readdirSync(folder).filter((name) => name.endsWith(timeEnding));
  return files.reduce((sum, name) => sum + Number(readFileSync(join(folder, name), 'utf8')), 0);
}

/** Runs a program while V8 counts its calls. What it prints is dropped. */
export async function countCalls(recording: Recording): Promise<readonly Coverage[]> {
  const { folder, subprocesses } = recording;
  await run(recording, 'count', false, { NODE_V8_COVERAGE: folder });
  const roots = join(folder, rootsFile);
  const first = existsSync(roots) ? readFileSync(roots, 'utf8').trim().split('\n') : [];
  return readdirSync(folder)
    .filter((name) => {
      const [, pid] = /^coverage-(\d+)-/.exec(name) ?? [];
      return pid !== undefined && (subprocesses || first.includes(pid));
    })
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Coverage);
}

function run(
  { command, workingFolder, folder, intervalUs, subprocesses, inlining, signal }: Recording,
  task: RecordingSettings['task'],
  attached: boolean,
  more: Readonly<Record<string, string>> = {},
): Promise<number> {
  const hook = new URL('./hook.js', import.meta.url).href;
  const settings: RecordingSettings = { task, folder, intervalUs, subprocesses, inlining, root: 0 };
  const env = {
    NODE_OPTIONS: withNodeOptions(process.env, `--import=${hook}`),
    [settingsVariable]: JSON.stringify(settings),
    ...more,
  };
  return runProgram({ command, folder: workingFolder, signal, env, attached });
}
