import { Nesting } from './json-bytes.js';

/** A JSON value whose bytes may be spread over several pieces. */
export class SplitValue {
  /** Bytes of the value from earlier pieces. */
  #held: Uint8Array[] = [];
  /** The index at which the value continues in the current piece; null when nothing is to be held. */
  #from: number | null = null;
  #nesting = new Nesting();

  /** The value begins at the index. Without `keep`, its text is not needed. */
  begin(at: number, keep: boolean): void {
    this.#from = keep ? at : null;
    this.#nesting = new Nesting();
  }

  /** The index after the byte that closes a string, an object or a list, or the end of the piece. */
  pass(bytes: Uint8Array, at: number): { readonly next: number; readonly closed: boolean } {
    const nesting = this.#nesting;
    for (let next = at; next < bytes.length; next++) {
      if (nesting.closes(bytes[next] as number)) return { next: next + 1, closed: true };
    }
    return { next: bytes.length, closed: false };
  }

  /** The text of a value that ends before the index. */
  textUpTo(bytes: Uint8Array, end: number): string {
    const text = Buffer.concat([...this.#held, bytes.subarray(this.#from ?? end, end)]).toString('utf8');
    this.#held = [];
    this.#from = null;
    return text;
  }

  /** Holds the part of the value that is in this piece. The piece may be overwritten afterwards. */
  endPiece(bytes: Uint8Array): void {
    if (this.#from === null) return;
    this.#held.push(Uint8Array.prototype.slice.call(bytes, this.#from));
    this.#from = 0;
  }
}
