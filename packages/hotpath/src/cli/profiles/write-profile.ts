import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { UserError } from '../../errors.js';
import type { Profile } from '../../model/profiles/profile.js';
import { profileName } from '../../observe/record/profile-name.js';
import { writeCollapsed } from '../../profiles/formats/collapsed.js';
import { writeCpuProfile } from '../../profiles/formats/write-cpuprofile.js';
import { writePprof } from '../../profiles/formats/write-pprof.js';
import { writeSpeedscope } from '../../profiles/formats/write-speedscope.js';

type Pieces = Iterable<string | Uint8Array>;

const formats: readonly (readonly [ending: RegExp, write: (profile: Profile, name: string) => Pieces])[] = [
  [/\.cpuprofile$/, writeCpuProfile],
  [/\.speedscope\.json$/, writeSpeedscope],
  [/\.(pb\.gz|pprof)$/, (profile) => [writePprof(profile)]],
  [/\.(collapsed|folded|txt)$/, writeCollapsed],
];

/** Throws a UserError where a file has no folder to be in, or is to hold a profile and its name says no format. */
export function checkTarget(file: string, isProfile: boolean): void {
  if (isProfile) formatOf(file);
  const folder = dirname(file);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new UserError(
      `${file}: cannot be written (no such folder)`,
      'Give a path in a folder that exists.',
    );
}

/**
 * The absolute path that a user named; in a folder (which is there, or is named with a slash at its end) a .cpuprofile
 * whose name is as Node gives them.
 */
export function targetFile(name: string, folder: string): string {
  const file = resolve(folder, name);
  return isFolder(name, folder) ? join(file, profileName(new Date(), process.pid, 0)) : file;
}

/** Whether a name is that of a folder, by its end or because it is there. */
export function isFolder(name: string, folder: string): boolean {
  return (
    /[\\/]$/.test(name) || statSync(resolve(folder, name), { throwIfNoEntry: false })?.isDirectory() === true
  );
}

/** Writes a profile in the format that the file's name ends in. Throws a UserError where there is none. */
export function writeProfile(file: string, profile: Profile): void {
  writePieces(file, formatOf(file)(profile, basename(file)));
}

function formatOf(file: string): (profile: Profile, name: string) => Pieces {
  const write = formats.find(([ending]) => ending.test(file))?.[1];
  if (write) return write;
  throw new UserError(
    `${basename(file)}: no format has this ending`,
    'End it in .html, .svg, .cpuprofile, .speedscope.json, .pb.gz (pprof) or .collapsed.',
  );
}

/** A path as its user would write it: below the folder relative to it. */
export function shownPath(file: string, folder: string): string {
  const near = relative(folder, file);
  return near === '' || near.startsWith('..') ? file : near;
}

/** As `shownPath`, of paths; what is none (node:fs, URLs) stays. */
export function placeIn(folder: string): (place: string) => string {
  return (place) => (place.startsWith('/') ? shownPath(place, folder) : place);
}

/** Writes a file piece by piece, so that it is never held as a whole. */
export function writePieces(file: string, pieces: Pieces): void {
  const handle = opened(file);
  try {
    let held = '';
    for (const piece of pieces) {
      if (typeof piece !== 'string') {
        writeSync(handle, piece);
        continue;
      }
      held += piece;
      if (held.length < heldLetters) continue;
      writeSync(handle, held);
      held = '';
    }
    writeSync(handle, held);
  } finally {
    closeSync(handle);
  }
}

const heldLetters = 1 << 18;

function opened(file: string): number {
  try {
    return openSync(file, 'w');
  } catch (problem) {
    throw new UserError(
      `${file}: cannot be written (${(problem as NodeJS.ErrnoException).code})`,
      'Give a path in a folder that exists and may be written to.',
    );
  }
}
