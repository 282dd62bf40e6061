import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from '../../model/profiles/profile.js';
import type { RanScript } from '../../model/profiles/ran-script.js';
import { processorTime, recordProgram } from '../../observe/record/record-program.js';
import { readProfileFiles } from '../../profiles/formats/read-profile-file.js';
import { mergeProfiles } from '../../profiles/tree/merge.js';
import { withoutIdle } from '../../profiles/tree/without-idle.js';
import type { CommandContext } from '../context.js';
import { checkCommand } from '../files/runnable.js';
import { withTemporaryFolder } from '../files/temporary-folder.js';
import { leftOutNote, nothingCode, nothingRecorded } from './nothing-recorded.js';
import { intervalOf, type RecordOptions } from './record-options.js';

export interface Recorded {
  /** Null when nothing was recorded, which has been printed. */
  readonly profile: Profile | null;
  /** The program's exit code; when it is 0 and nothing was recorded, that of no measurement. */
  readonly code: number;
  /** Processor time of what was recorded, ms. */
  readonly processorMs: number;
  /** The scripts whose text is not that of their file. */
  readonly scripts: readonly RanScript[];
  /** Files that were kept, one per thread. */
  readonly kept: readonly string[];
}

export interface RecordSettings extends RecordOptions {
  /** Whether V8 may inline, as it does when the program runs unrecorded. */
  readonly inlining: boolean;
  /** The folder that keeps the profile of each thread; null: none. */
  readonly keepIn: string | null;
}

/** Records a program from start to end, with or without inlining. */
export async function recorded(
  command: readonly string[],
  { rate, subprocesses = false, idle = false, inlining, keepIn }: RecordSettings,
  { folder, output, signal }: CommandContext,
): Promise<Recorded> {
  checkCommand(command, folder);
  return withTemporaryFolder(async (into) => {
    const intervalUs = intervalOf(rate);
    const recording = {
      command,
      workingFolder: folder,
      folder: into,
      intervalUs,
      subprocesses,
      inlining,
      split: false,
      signal,
    };
    const { code, scripts, left } = await recordProgram(recording);
    output.err(leftOutNote(command, left));
    const files = readdirSync(into).filter((name) => name.endsWith('.cpuprofile'));
    const profile = mergeProfiles(await readProfileFiles(files.map((name) => join(into, name))));
    const kept = keepIn === null ? [] : files.map((name) => keep(join(into, name), join(keepIn, name)));
    const rest = { processorMs: processorTime(into), kept, scripts };
    if (profile) return { profile: idle ? profile : withoutIdle(profile), code, ...rest };
    output.err(nothingRecorded(command));
    return { profile: null, code: nothingCode(code), ...rest };
  });
}

function keep(from: string, to: string): string {
  copyFileSync(from, to);
  return to;
}
