import { basename } from 'node:path';
import { UserError } from '../../errors.js';
import type { Profile } from '../../model/profiles/profile.js';
import { writeCollapsed } from '../../profiles/formats/collapsed.js';
import { writeCpuProfile } from '../../profiles/formats/write-cpuprofile.js';
import { writePprof } from '../../profiles/formats/write-pprof.js';
import { writeSpeedscope } from '../../profiles/formats/write-speedscope.js';
import { type Pieces, writePieces } from '../files/write-pieces.js';

type Format = (profile: Profile, name: string) => Pieces;

const formats: readonly (readonly [ending: RegExp, write: Format])[] = [
  [/\.cpuprofile$/, writeCpuProfile],
  [/\.speedscope\.json$/, writeSpeedscope],
  [/\.(pb\.gz|pprof)$/, (profile) => [writePprof(profile)]],
  [/\.(collapsed|folded|txt)$/, writeCollapsed],
];

/** Writes a profile in the format of the file's extension. Throws a UserError when no format has that extension. */
export function writeProfile(file: string, profile: Profile): void {
  writePieces(file, formatOf(file)(profile, basename(file)));
}

/** Throws a UserError when no format has the file's extension. */
export function formatOf(file: string): Format {
  const write = formats.find(([ending]) => ending.test(file))?.[1];
  if (write) return write;
  throw new UserError(
    `${basename(file)}: no format has this extension`,
    'Use .html, .svg, .cpuprofile, .speedscope.json, .pb.gz (pprof) or .collapsed.',
  );
}
