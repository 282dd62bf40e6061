import { pipeline } from 'node:stream';
import zlib from 'node:zlib';
import type { Pieces } from './pieces.js';

/** How the bytes of a profile are packed or written. */
export type Encoding = 'gzip' | 'Brotli' | 'Zstandard' | 'UTF-16 (little-endian)' | 'UTF-16 (big-endian)';

/**
 * Gives the plain bytes; texts in UTF-8. Throws a SyntaxError if the bytes are damaged, or if this version of Node does not
 * know the encoding.
 */
export function decoded(pieces: Pieces, encoding: Encoding): Pieces {
  if (encoding === 'UTF-16 (little-endian)') return inUtf8(pieces, 'utf-16le');
  if (encoding === 'UTF-16 (big-endian)') return inUtf8(pieces, 'utf-16be');
  return unpacked(pieces, encoding);
}

async function* inUtf8(pieces: Pieces, from: 'utf-16le' | 'utf-16be'): Pieces & AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(from);
  for await (const piece of pieces) yield Buffer.from(decoder.decode(piece, { stream: true }));
  yield Buffer.from(decoder.decode());
}

type Packing = 'gzip' | 'Brotli' | 'Zstandard';

const chunkSize = 1 << 18;

async function* unpacked(pieces: Pieces, packing: Packing): AsyncGenerator<Uint8Array> {
  const unpack = unpacker(packing);
  // The callback is called for problems that reading from `unpack` throws, too.
  pipeline(pieces, unpack, () => {});
  try {
    yield* unpack as AsyncIterable<Uint8Array>;
  } catch (problem) {
    const { syscall, message } = problem as NodeJS.ErrnoException;
    // The file could not be read.
    if (syscall !== undefined) throw problem;
    throw new SyntaxError(`it is no complete ${packing} file (${message})`);
  }
}

/** Node has Zstandard since 22.15. */
interface MayHaveZstd {
  readonly createZstdDecompress?: (options: zlib.ZlibOptions) => NodeJS.ReadWriteStream;
}

function unpacker(packing: Packing): NodeJS.ReadWriteStream {
  if (packing === 'gzip') return zlib.createGunzip({ chunkSize });
  if (packing === 'Brotli') return zlib.createBrotliDecompress({ chunkSize });
  const made = (zlib as MayHaveZstd).createZstdDecompress?.({ chunkSize });
  if (made) return made;
  throw new SyntaxError(
    `it is packed with Zstandard, which Node ${process.version} cannot unpack; unpack it first`,
  );
}
