import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Maker, madeFileName, makerFile } from '../../../model/text/made-file.js';

/** Digits of the hash that names the folder of a text. */
const hashLength = 16;

/** A function that was made from text, as a file. */
export interface MadeFile {
  readonly file: string;
  /** Its text: that of the function, opened for readers. */
  readonly text: string;
}

/**
 * The file of a text in a folder, written at its first use. It is named after the place that makes it, and is the same in all forks.
 * `readable` opens a text for readers.
 */
export function madeFile(
  folder: string,
  text: string,
  maker: Maker | null,
  readable: (file: string, text: string) => string,
): MadeFile {
  const hash = createHash('sha256').update(`${maker?.file}:${maker?.line}\0`).update(text).digest('hex');
  const place = join(folder, hash.slice(0, hashLength));
  const file = join(place, madeFileName(maker));
  if (existsSync(file)) return { file, text: readFileSync(file, 'utf8') };
  const own = readable(file, text);
  mkdirSync(place, { recursive: true });
  writeNew(join(place, makerFile), JSON.stringify(maker));
  writeNew(file, own);
  return { file, text: own };
}

function writeNew(file: string, text: string): void {
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, text);
  renameSync(partial, file);
}
