import { countCalls, type Recording, timeProgram } from '../../observe/record/record-program.js';
import type { Counted } from '../../v8/counted.js';
import type { CommandContext } from '../context.js';
import { withTemporaryFolder } from '../files/temporary-folder.js';

export interface FurtherRunOptions {
  readonly subprocesses?: boolean;
  /** Whether texts are split while calls are counted, as they were while the program was sampled. */
  readonly split?: boolean;
  /** Whether the command runs only once, and not again to be timed and counted. */
  readonly once?: boolean;
}

/** What running a program again found. */
export interface FurtherRuns {
  /** Null when it was not run again. */
  readonly counted: readonly Counted[] | null;
  /** Processor time of the sampled run over that of the unrecorded program; null when it is unknown. */
  readonly slowDown: number | null;
}

/** Runs a program twice more: unrecorded, and while V8 counts calls. `slowMs` is the processor time of the sampled run. */
export async function runAgain(
  command: readonly string[],
  { subprocesses = false, split = false, once = false }: FurtherRunOptions,
  { folder, output, signal }: CommandContext,
  slowMs: number,
): Promise<FurtherRuns> {
  // A program that the user had to interrupt would not end by itself in a further run either.
  if (once || signal.aborted) return { counted: null, slowDown: null };
  const again = <T>(action: (recording: Recording) => Promise<T>, why: string): Promise<T> =>
    withTemporaryFolder((into) => {
      output.status(`running ${command[0]} again, ${why} …`);
      return action({ ...recordingOf(command, folder, into, signal), subprocesses, split, inlining: true });
    });
  const plainMs = await again(timeProgram, 'unrecorded');
  const counted = await again(countCalls, 'counting calls');
  output.status('');
  return { counted, slowDown: plainMs > 0 && slowMs > 0 ? slowMs / plainMs : null };
}

function recordingOf(
  command: readonly string[],
  workingFolder: string,
  folder: string,
  signal: AbortSignal,
): Pick<Recording, 'command' | 'workingFolder' | 'folder' | 'intervalUs' | 'signal'> {
  return { command, workingFolder, folder, intervalUs: 0, signal };
}
