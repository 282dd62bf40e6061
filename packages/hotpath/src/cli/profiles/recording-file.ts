import type { Profile } from '../../model/profiles/profile.js';
import { profileText } from '../../report/text/weight-text.js';
import { formOf, writeForm } from './draw-profile.js';

/** Writes a recorded profile in the form of the file's extension. Gives a line that says what the profile holds. */
export function writeRecording(file: string, profile: Profile, title: string, icicle: boolean): string {
  const said = profileText(profile);
  writeForm(file, formOf(file), profile, { title, said, icicle, narrowest: 0, width: 1200 });
  return said;
}
