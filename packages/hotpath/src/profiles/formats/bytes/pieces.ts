/** The bytes of a file, piece by piece. A piece may be overwritten when the next one is asked for. */
export type Pieces = AsyncIterable<Uint8Array>;

/** The beginning of a file, and all of it. */
export interface Opened {
  /** At least as many bytes as were wanted, unless the file has fewer. */
  readonly head: Uint8Array;
  /** All pieces, those of the head included. They can be read once. */
  readonly all: Pieces;
  /** Ends reading. Does nothing where all has been read. */
  close(): Promise<void>;
}

export async function open(pieces: Pieces, wanted: number): Promise<Opened> {
  const iterator = pieces[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (head.length < wanted) {
    const { value, done } = await iterator.next();
    if (done) break;
    head = Buffer.concat([head, value]);
  }
  const close = async (): Promise<void> => {
    await iterator.return?.();
  };
  return { head, all: continued(head, iterator), close };
}

async function* continued(head: Uint8Array, iterator: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (head.length > 0) yield head;
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
}
