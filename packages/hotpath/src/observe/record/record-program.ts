import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RanScript } from '../../model/profiles/ran-script.js';
import type { Counted } from '../../v8/counted.js';
import type { Coverage } from '../../v8/read-coverage.js';
import { countFiles } from './count-thread.js';
import { timeEnding } from './note-time.js';
import { preloading, runProgram, withNodeOptions } from './run-program.js';
import { stackFiles, type ThreadStacks } from './sample-lines.js';
import { scriptFiles } from './sample-thread.js';
import { othersFile, type RecordingSettings, rootsFile, settingsVariable, threadsFile } from './settings.js';

/** The program to run, and how. `folder` must be empty; afterwards it holds the recorded files. */
export interface Recording extends Omit<RecordingSettings, 'root' | 'task' | 'added'> {
  readonly command: readonly string[];
  /** Where the program runs. */
  readonly workingFolder: string;
  /** Interrupts the program. */
  readonly signal: AbortSignal;
}

/** Runs a program and writes the profiles of its threads to `folder`. */
export async function recordProgram(
  recording: Recording,
): Promise<{ readonly code: number; readonly scripts: readonly RanScript[]; readonly left: LeftOut }> {
  const code = await run(recording, 'sample', true);
  const scripts = scriptFiles.read(recording.folder);
  return { code, scripts: [...scripts.values()].flat(), left: leftOut(recording.folder, scripts) };
}

/** Runs a program and samples the stacks of its threads, with the lines of all callers. */
export async function recordLines(
  recording: Recording,
): Promise<{ readonly code: number; readonly threads: readonly ThreadStacks[]; readonly left: LeftOut }> {
  const code = await run(recording, 'lines', true);
  const threads = stackFiles.read(recording.folder);
  return { code, threads: [...threads.values()], left: leftOut(recording.folder, threads) };
}

/** What a program started that was not recorded. */
export interface LeftOut {
  /** Number of Node processes. */
  readonly processes: number;
  /** Number of worker threads of the recorded processes. */
  readonly threads: number;
}

/** `recorded` has the recorded threads as `PID.TID`. */
function leftOut(folder: string, recorded: ReadonlyMap<string, unknown>): LeftOut {
  const started = [...namesIn(join(folder, threadsFile))];
  return {
    processes: namesIn(join(folder, othersFile)).size,
    threads: started.filter((thread) => !recorded.has(thread)).length,
  };
}

/** The lines of a file, each once; none if there is no file. */
function namesIn(file: string): ReadonlySet<string> {
  return new Set(existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []);
}

/** Runs a program without profiling and returns its processor time, in ms. Its output is discarded. */
export async function timeProgram(recording: Recording): Promise<number> {
  await run({ ...recording, split: false }, 'time', false);
  return processorTime(recording.folder);
}

/** Processor time of all processes recorded into a folder, in ms. */
export function processorTime(folder: string): number {
  const files = readdirSync(folder).filter((name) => name.endsWith(timeEnding));
  return files.reduce((sum, name) => sum + Number(readFileSync(join(folder, name), 'utf8')), 0);
}

/** Runs a program while V8 counts its executions. Its output is discarded. */
export async function countCalls(recording: Recording): Promise<readonly Counted[]> {
  const { folder, subprocesses } = recording;
  await run(recording, 'count', false, { NODE_V8_COVERAGE: folder });
  const first = namesIn(join(folder, rootsFile));
  const threads = countFiles.read(folder);
  return readdirSync(folder).flatMap((name): Counted[] => {
    const [, pid, thread] = /^coverage-(\d+)-\d+-(\d+)\.json$/.exec(name) ?? [];
    if (pid === undefined || !(subprocesses || first.has(pid))) return [];
    const coverage = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Coverage;
    return [{ coverage, thread: threads.get(`${pid}.${thread}`) ?? null }];
  });
}

function run(
  { command, workingFolder, folder, intervalUs, subprocesses, inlining, split, signal }: Recording,
  task: RecordingSettings['task'],
  attached: boolean,
  more: Readonly<Record<string, string>> = {},
): Promise<number> {
  const hook = fileURLToPath(new URL('./hook.cjs', import.meta.url));
  const settings: RecordingSettings = {
    task,
    folder,
    intervalUs,
    subprocesses,
    inlining,
    split,
    root: 0,
    added: null,
  };
  const env = {
    NODE_OPTIONS: withNodeOptions(process.env, preloading(hook)),
    [settingsVariable]: JSON.stringify(settings),
    ...more,
  };
  return runProgram({ command, folder: workingFolder, signal, env, attached });
}
