import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitCode } from '../errors.js';
import { readProfileFile } from '../formats/read-profile-file.js';
import { recordProgram } from '../measure/record/record-program.js';
import type { Profile } from '../model/profile.js';
import { mergeProfiles } from '../tree/merge.js';
import { withoutIdle } from '../tree/without-idle.js';
import type { Surroundings } from './run.js';

export interface RecordOptions {
  /** Samples a second. */
  readonly rate: number;
  readonly subprocesses?: boolean;
  readonly idle?: boolean;
}

export interface Recorded {
  /** Null where nothing was recorded, which the user has been told. */
  readonly profile: Profile | null;
  /** The program's own; where it ended well and nothing was recorded, that of no measurement. */
  readonly code: number;
}

/** Records a program from its beginning to its end. */
export async function recorded(
  command: readonly string[],
  { rate, subprocesses = false, idle = false }: RecordOptions,
  { folder, output, signal }: Surroundings,
): Promise<Recorded> {
  return withFolder(async (profiles) => {
    const recording = {
      command,
      in: folder,
      folder: profiles,
      intervalUs: samplingIntervalUs(rate),
      subprocesses,
      signal,
    };
    const code = await recordProgram(recording);
    const files = readdirSync(profiles).map((name) => join(profiles, name));
    const profile = mergeProfiles(files.map(readProfileFile));
    if (profile) return { profile: idle ? profile : withoutIdle(profile), code };
    output.err(
      `hotpath: ${command[0]}: no Node of it was recorded\n  Record a command that runs Node itself, or one that starts it with --subprocesses; of a process that is killed nothing is left.\n`,
    );
    return { profile: null, code: code === 0 ? exitCode.noMeasurement : code };
  });
}

/** What V8 is to wait between samples, for so many a second. */
export function samplingIntervalUs(rate: number): number {
  return Math.max(1, Math.round(1e6 / rate));
}

/** Gives a folder that is there until the action has ended. */
export async function withFolder<T>(action: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'hotpath-'));
  try {
    return await action(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
