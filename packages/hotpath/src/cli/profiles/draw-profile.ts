import { closeSync, openSync, readSync } from 'node:fs';
import type { Profile } from '../../model/profiles/profile.js';
import { type FlameDrawing, labelOf, writeFlameSvg } from '../../report/flame/flame-svg.js';
import { writeFlamePage } from '../../report/pages/flame-page.js';
import { readViewer } from '../files/read-viewer.js';
import { checkFolderOf } from '../files/target-file.js';
import { writePieces } from '../files/write-pieces.js';
import { formatOf, writeProfile } from './write-profile.js';

/** How a profile is written: as one of the drawings, or as data in the format of the file's extension. */
export type Form = 'svg' | 'html' | 'data';

export function formOf(file: string): Form {
  if (file.endsWith('.svg')) return 'svg';
  return /\.html?$/.test(file) ? 'html' : 'data';
}

/** Throws a UserError when a profile cannot be written there. Call it before measuring. */
export function checkForm(file: string, form: Form): void {
  if (form === 'data') formatOf(file);
  checkFolderOf(file);
  if (form === 'html') readViewer('flame');
}

export function writeForm(file: string, form: Form, profile: Profile, drawing: FlameDrawing): void {
  if (form === 'data') writeProfile(file, profile);
  else if (form === 'svg') writePieces(file, writeFlameSvg(profile, drawing));
  else writePieces(file, writeFlamePage(profile, drawing, readViewer('flame')));
}

/** More than the first lines of a picture have, its title included. */
const headBytes = 1 << 16;

/** Whether an existing file is a picture with the title. */
export function isPictureOf(file: string, title: string): boolean {
  try {
    const handle = openSync(file, 'r');
    try {
      const head = Buffer.alloc(headBytes);
      return head.toString('utf8', 0, readSync(handle, head)).includes(labelOf(title));
    } finally {
      closeSync(handle);
    }
  } catch {
    return false;
  }
}
