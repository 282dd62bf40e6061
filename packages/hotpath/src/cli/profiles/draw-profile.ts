import type { Profile } from '../../model/profiles/profile.js';
import { type FlameDrawing, writeFlameSvg } from '../../report/flame/flame-svg.js';
import { writeFlamePage } from '../../report/pages/flame-page.js';
import { readViewer } from '../files/read-viewer.js';
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
  if (form === 'html') readViewer('flame');
}

export function writeForm(file: string, form: Form, profile: Profile, drawing: FlameDrawing): void {
  if (form === 'data') writeProfile(file, profile);
  else if (form === 'svg') writePieces(file, writeFlameSvg(profile, drawing));
  else writePieces(file, writeFlamePage(profile, drawing, readViewer('flame')));
}
