import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exitCode, UserError } from '../errors.js';
import type { Profile } from '../model/profile.js';
import { type Viewer, writeFlamePage } from '../report/flame-page.js';
import { type FlameDrawing, writeFlameSvg } from '../report/flame-svg.js';
import { checkTarget, writePieces, writeProfile } from './write-profile.js';

/** How a profile is written: as one of the drawings, or as data in the format that the file's name ends in. */
export type Form = 'svg' | 'html' | 'data';

export function formOf(file: string): Form {
  if (file.endsWith('.svg')) return 'svg';
  return /\.html?$/.test(file) ? 'html' : 'data';
}

/** Throws a UserError where something could not be written there: before anything is measured for it. */
export function checkForm(file: string, form: Form): void {
  checkTarget(file, form === 'data');
  if (form === 'html') readViewer();
}

export function writeForm(file: string, form: Form, profile: Profile, drawing: FlameDrawing): void {
  if (form === 'data') writeProfile(file, profile);
  else if (form === 'svg') writePieces(file, writeFlameSvg(profile, drawing));
  else writePieces(file, writeFlamePage(profile, drawing, readViewer()));
}

/** The bundle that the build put beside the compiled sources. */
function readViewer(): Viewer {
  const read = (file: string): string =>
    readFileSync(fileURLToPath(new URL(`../viewer/${file}`, import.meta.url)), 'utf8');
  try {
    return { script: read('flame.js'), style: read('flame.css') };
  } catch {
    throw new UserError(
      'the code of pages is missing from this installation of hotpath',
      'Install hotpath again; in its repository: `npm run build`.',
      exitCode.usage,
    );
  }
}
