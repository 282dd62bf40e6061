import { countCalls, type Recording, timeProgram } from '../../observe/record/record-program.js';
import type { Coverage } from '../../v8/read-coverage.js';
import type { Surroundings } from '../commands/run.js';
import { withFolder } from '../files/temporary-folder.js';

export interface RunOptions {
  readonly subprocesses?: boolean;
  /** Whether the command is run once only, and not again to count and to compare. */
  readonly once?: boolean;
}

/** What is learnt of a program by running it again. */
export interface FurtherRuns {
  /** Null where it was not run again. */
  readonly coverages: readonly Coverage[] | null;
  /** Processor time of the sampled run over that of the program as it is; null where that is unknown. */
  readonly slowDown: number | null;
}

/** Runs a program again, as it is and while V8 counts; `slowMs` is the processor time that it took when it was sampled. */
export async function runAgain(
  command: readonly string[],
  { subprocesses = false, once = false }: RunOptions,
  { folder, output, signal }: Surroundings,
  slowMs: number,
): Promise<FurtherRuns> {
  // What the user ended would not end by itself now either.
  if (once || signal.aborted) return { coverages: null, slowDown: null };
  const again = <T>(action: (recording: Recording) => Promise<T>, why: string): Promise<T> =>
    withFolder((into) => {
      output.status(`running ${command[0]} again ${why} …`);
      return action({ ...recordingOf(command, folder, into, signal), subprocesses, inlining: true });
    });
  const plainMs = await again(timeProgram, 'as it is');
  const coverages = await again(countCalls, 'to count');
  output.status('');
  return { coverages, slowDown: plainMs > 0 && slowMs > 0 ? slowMs / plainMs : null };
}

function recordingOf(
  command: readonly string[],
  runsIn: string,
  folder: string,
  signal: AbortSignal,
): Pick<Recording, 'command' | 'in' | 'folder' | 'intervalUs' | 'signal'> {
  return { command, in: runsIn, folder, intervalUs: 0, signal };
}
