import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Compilation } from '../../model/measurement/compilation.js';
import type { HotPath } from '../../model/path/path.js';
import { codeLogMarks } from '../../v8/code-log-line.js';
import { readCodeLog } from '../../v8/read-code-log.js';
import type { Forks } from '../forks.js';
import type { ForkJob } from '../job.js';
import type { TaskResults } from '../task-results.js';

/** Runs a fork in which V8 logs what it compiles. */
export async function runLogged<Job extends ForkJob>(
  forks: Forks,
  path: HotPath,
  job: Job,
  progress?: (done: number) => void,
): Promise<{ readonly result: TaskResults[Job['task']]; readonly compilation: Compilation | null }> {
  const codeLog = mkdtempSync(join(forks.folder, 'code-log-'));
  const result = await forks.run(job, progress, { codeLog });
  return { result, compilation: readCompilation(codeLog, new Set(path.loaded)) };
}

/** Reads the logs of a fork's threads, of which the measuring thread's has the marks, and removes them. */
function readCompilation(folder: string, files: ReadonlySet<string>): Compilation | null {
  const logs = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  rmSync(folder, { recursive: true, force: true });
  // There may be dozens of other threads, each with a log as long, so only one is decoded.
  const marked = logs.find((log) => log.includes(codeLogMarks.end));
  return marked ? readCodeLog(marked.toString('utf8'), files) : null;
}
