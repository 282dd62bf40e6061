import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { exitCode, UserError } from '../../errors.js';
import type { Profile } from '../../model/profiles/profile.js';
import { createCollapsedReader } from './collapsed.js';
import { createCpuProfileReader, type ProfileReader } from './read-cpuprofile.js';
import { createPprofReader, isGzip } from './read-pprof.js';

const pieceBytes = 1 << 20;

/**
 * Reads a profile in pieces. The format is recognised by the first bytes and the file name. Throws a UserError if the file
 * does not exist, is a folder, or is not a valid profile.
 */
export function readProfileFile(file: string): Profile {
  const bytes = Buffer.alloc(pieceBytes);
  let reader: ProfileReader | null = null;
  try {
    const handle = openSync(file, 'r');
    try {
      for (let got = readSync(handle, bytes); got > 0; got = readSync(handle, bytes)) {
        const piece = bytes.subarray(0, got);
        reader ??= readerFor(file, piece);
        reader.push(piece);
      }
    } finally {
      closeSync(handle);
    }
    if (!reader) throw new SyntaxError('it is empty');
    return reader.end();
  } catch (problem) {
    throw explained(file, problem as NodeJS.ErrnoException);
  }
}

function readerFor(file: string, piece: Uint8Array): ProfileReader {
  if (isGzip(piece) || /\.(pb|pprof)$/.test(file)) return createPprofReader();
  const first = piece.find((byte) => ![9, 10, 13, 32, 0xef, 0xbb, 0xbf].includes(byte));
  return first === 123 ? createCpuProfileReader() : createCollapsedReader();
}

function explained(file: string, problem: NodeJS.ErrnoException): unknown {
  if (problem instanceof SyntaxError)
    return new UserError(
      `${basename(file)}: ${problem.message}`,
      'Give a .cpuprofile, a pprof profile or collapsed stacks.',
      exitCode.usage,
    );
  if (problem.code === 'ENOENT') return new UserError(`${file}: no such file`, 'Give the path of a profile.');
  if (problem.code === 'EISDIR') return new UserError(`${file}: is a folder`, 'Give the path of a profile.');
  return problem;
}
