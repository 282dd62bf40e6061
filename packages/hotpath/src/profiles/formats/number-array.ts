import { byteOf, isSpace } from './json-bytes.js';

const longestNumber = 40;

/** Reads a JSON array of numbers that comes in pieces, from behind its bracket. */
export class NumberArray {
  readonly #take: (value: number) => void;
  #value = 0;
  #negative = false;
  #started = false;
  /** Of a number that is more than a sign and digits. */
  #text: string | null = null;
  /** Whether the closing bracket was read. */
  closed = false;

  constructor(take: (value: number) => void) {
    this.#take = take;
  }

  /** Reads on from a byte; gives the first byte that is not the array's. Throws a SyntaxError at what is no number. */
  read(bytes: Uint8Array, from: number): number {
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      if (byte >= byteOf.zero && byte <= byteOf.nine && this.#text === null) {
        this.#started = true;
        this.#value = 10 * this.#value + (byte - byteOf.zero);
      } else if (byte === byteOf.comma || isSpace(byte)) this.#finish();
      else if (byte === byteOf.closeArray) {
        this.#finish();
        this.closed = true;
        return at + 1;
      } else if (byte === byteOf.minus && !this.#started) this.#started = this.#negative = true;
      else this.#spell(byte);
    }
    return bytes.length;
  }

  #spell(byte: number): void {
    const before = this.#started ? `${this.#negative ? '-' : ''}${this.#value}` : '';
    this.#text = (this.#text ?? before) + String.fromCharCode(byte);
    this.#started = true;
    if (this.#text.length > longestNumber) throw new SyntaxError('something else than numbers');
  }

  #finish(): void {
    if (!this.#started) return;
    const value = this.#text === null ? this.#signed() : Number(this.#text);
    if (!Number.isFinite(value)) throw new SyntaxError(`${this.#text} where a number should be`);
    this.#take(value);
    this.#value = 0;
    this.#negative = this.#started = false;
    this.#text = null;
  }

  #signed(): number {
    return this.#negative ? -this.#value : this.#value;
  }
}
