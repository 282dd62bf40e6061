import { closeSync, openSync, writeSync } from 'node:fs';
import { UserError } from '../../errors.js';

export type Pieces = Iterable<string | Uint8Array>;

/** Characters that are collected before they are written. */
const heldLetters = 1 << 18;

/** Writes a file piece by piece, so that memory never holds all of it. Throws a UserError when it cannot be opened. */
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

function opened(file: string): number {
  try {
    return openSync(file, 'w');
  } catch (problem) {
    throw new UserError(
      `${file}: cannot be written (${(problem as NodeJS.ErrnoException).code})`,
      'Give a path in a folder that exists and is writable.',
    );
  }
}
