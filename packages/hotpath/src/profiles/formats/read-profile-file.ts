import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { UserError } from '../../errors.js';
import type { Profile } from '../../model/profiles/profile.js';
import { decoded } from './bytes/encoding.js';
import { open, type Pieces } from './bytes/pieces.js';
import { headBytes, plainName, type Recognised, recognise } from './bytes/recognise.js';
import { checkProfile } from './check-profile.js';
import { createCollapsedReader } from './collapsed.js';
import type { ProfileReader } from './profile-reader.js';
import { createJsonReader } from './read-json.js';
import { createPprofReader } from './read-pprof.js';
import { createTraceReader } from './read-trace.js';

const pieceBytes = 1 << 20;

/**
 * Reads a profile in pieces. Throws a UserError of one line if the file cannot be read or is not a valid profile.
 */
export function readProfileFile(file: string): Promise<Profile> {
  return readProfile(createReadStream(file, { highWaterMark: pieceBytes }), file);
}

/** Reads one file after another, so that memory never holds the bytes of two. */
export async function readProfileFiles(files: readonly string[]): Promise<Profile[]> {
  const profiles: Profile[] = [];
  for (const file of files) profiles.push(await readProfileFile(file));
  return profiles;
}

/** Reads the profile in the pieces of a file, whose name tells the format where its first bytes do not. */
export async function readProfile(pieces: Pieces, file: string): Promise<Profile> {
  try {
    return checkProfile(await readEncoded(pieces, file, 0));
  } catch (problem) {
    throw explained(file, problem as NodeJS.ErrnoException);
  }
}

/** A file that is packed in itself could be unpacked for ever. */
const mostEncodings = 3;

async function readEncoded(pieces: Pieces, file: string, encodings: number): Promise<Profile> {
  const { head, all, close } = await open(pieces, headBytes);
  try {
    if (head.length === 0) throw new SyntaxError('it is empty');
    // The ending of a packed file says nothing about what was in it.
    const found = recognise(head, encodings === 0 ? file : plainName(file));
    if (found.kind === 'other') throw new SyntaxError(`it is ${found.what}`);
    if (found.kind === 'profile') return await readPlain(all, readers[found.format]());
    if (encodings === mostEncodings)
      throw new SyntaxError(`it is packed more than ${mostEncodings} times; unpack it first`);
    return await readEncoded(decoded(all, found.by), file, encodings + 1);
  } finally {
    await close();
  }
}

async function readPlain(pieces: Pieces, reader: ProfileReader): Promise<Profile> {
  for await (const piece of pieces) reader.push(piece);
  return reader.end();
}

const readers: Readonly<Record<(Recognised & { readonly kind: 'profile' })['format'], () => ProfileReader>> =
  {
    'JSON object': createJsonReader,
    'JSON list': createTraceReader,
    pprof: createPprofReader,
    'collapsed stacks': createCollapsedReader,
  };

const wayOut =
  'Give a .cpuprofile, a pprof or speedscope file, a trace with a CPU profile, or collapsed stacks.';

function explained(file: string, problem: NodeJS.ErrnoException): unknown {
  if (problem instanceof SyntaxError)
    return new UserError(oneLine(`${basename(file)}: ${problem.message}`), wayOut);
  if (problem instanceof RangeError || problem.code === 'ERR_STRING_TOO_LONG')
    return new UserError(
      oneLine(`${basename(file)}: it is too large (${problem.message})`),
      'Record for a shorter time.',
    );
  if (problem.syscall === undefined) return problem;
  return new UserError(
    oneLine(`${file}: ${reasons[problem.code ?? ''] ?? `cannot be read (${problem.code})`}`),
    'Give the path of a profile.',
  );
}

const reasons: Readonly<Record<string, string>> = { ENOENT: 'no such file', EISDIR: 'is a folder' };

/** Names in a file, and parts of it in messages of V8, can have line breaks. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is replaced.
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}
