import type { Profile } from '../model/profile.js';
import { writeFlameSvg } from '../report/flame-svg.js';
import { profileText } from '../report/weight-text.js';
import { writePieces, writeProfile } from './write-profile.js';

/** Writes a recorded profile, as a flame graph or in the format of the file's ending; gives what it holds, in a line. */
export function writeRecording(file: string, profile: Profile, title: string, icicle: boolean): string {
  const said = profileText(profile);
  if (file.endsWith('.svg'))
    writePieces(file, writeFlameSvg(profile, { title, said, icicle, narrowest: 0, width: 1200 }));
  else writeProfile(file, profile);
  return said;
}
