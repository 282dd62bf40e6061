import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { exitCode } from '../../errors.js';
import type { Profile } from '../../model/profiles/profile.js';
import { processorTime, recordProgram } from '../../observe/record/record-program.js';
import { readProfileFile } from '../../profiles/formats/read-profile-file.js';
import { mergeProfiles } from '../../profiles/tree/merge.js';
import { withoutIdle } from '../../profiles/tree/without-idle.js';
import type { Surroundings } from '../commands/run.js';
import { withFolder } from '../files/temporary-folder.js';

export interface RecordOptions {
  /** Samples a second. */
  readonly rate: number;
  readonly subprocesses?: boolean;
  readonly idle?: boolean;
}

/** Samples a second where nothing else is asked for: ten times as many slow a server by a tenth (docs/adr/0033). */
export const usualRate = 100;

export interface Recorded {
  /** Null where nothing was recorded, which the user has been told. */
  readonly profile: Profile | null;
  /** The program's own; where it ended well and nothing was recorded, that of no measurement. */
  readonly code: number;
  /** Processor time of what was recorded, ms. */
  readonly processorMs: number;
  /** Files that were kept, a thread each. */
  readonly kept: readonly string[];
}

export interface RecordSettings extends RecordOptions {
  /** Whether the program runs as it is. */
  readonly inlining: boolean;
  /** Where the profile of each thread is kept; null: nowhere. */
  readonly keepIn: string | null;
}

/** Records a program from its beginning to its end, as it is or without inlining. */
export async function recorded(
  command: readonly string[],
  { rate, subprocesses = false, idle = false, inlining, keepIn }: RecordSettings,
  { folder, output, signal }: Surroundings,
): Promise<Recorded> {
  return withFolder(async (into) => {
    const intervalUs = intervalOf(rate);
    const recording = { command, in: folder, folder: into, intervalUs, subprocesses, inlining, signal };
    const code = await recordProgram(recording);
    const files = readdirSync(into).filter((name) => name.endsWith('.cpuprofile'));
    const profile = mergeProfiles(files.map((name) => readProfileFile(join(into, name))));
    const kept = keepIn === null ? [] : files.map((name) => keep(join(into, name), join(keepIn, name)));
    const also = { processorMs: processorTime(into), kept };
    if (profile) return { profile: idle ? profile : withoutIdle(profile), code, ...also };
    output.err(nothingRecorded(command));
    return { profile: null, code: nothingCode(code), ...also };
  });
}

function keep(from: string, to: string): string {
  copyFileSync(from, to);
  return to;
}

/** Time between samples, µs. */
export function intervalOf(rate: number): number {
  return Math.max(1, Math.round(1e6 / rate));
}

export function nothingRecorded(command: readonly string[]): string {
  return `hotpath: ${command[0]}: no Node of it was recorded\n  Record a command that runs Node itself, or one that starts it with --subprocesses; of a process that is killed nothing is left.\n`;
}

/** The exit code where nothing was recorded of a program with this one. */
export function nothingCode(code: number): number {
  return code === 0 ? exitCode.noMeasurement : code;
}
