import type { Profile } from '../../model/profiles/profile.js';
import { profileText } from '../../report/text/weight-text.js';
import { formOf, writeForm } from './draw-profile.js';

/** Writes a recorded profile, in the form that the file's ending asks for; gives what it holds, in a line. */
export function writeRecording(file: string, profile: Profile, title: string, icicle: boolean): string {
  const said = profileText(profile);
  writeForm(file, formOf(file), profile, { title, said, icicle, narrowest: 0, width: 1200 });
  return said;
}
