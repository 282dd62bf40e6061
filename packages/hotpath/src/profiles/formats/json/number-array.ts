import { byteOf, isSpace } from './json-bytes.js';

const longestNumber = 40;

/** Reads a JSON array of numbers that arrives in pieces, starting after its opening bracket. */
export class NumberArray {
  readonly #take: (value: number) => void;
  #value = 0;
  #negative = false;
  #started = false;
  /** The text of a number that has more than a sign and digits; null for others. */
  #text: string | null = null;
  /** Whether the closing bracket was read. */
  closed = false;

  constructor(take: (value: number) => void) {
    this.#take = take;
  }

  /** Reads from `from` on, and returns the index of the first byte after the array. Throws a SyntaxError for a value that is not a number. */
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
    if (this.#text.length > longestNumber) throw new SyntaxError(`${this.#text} is not a number`);
  }

  #finish(): void {
    if (!this.#started) return;
    const value = this.#text === null ? this.#signed() : Number(this.#text);
    if (!Number.isFinite(value))
      throw new SyntaxError(this.#text === null ? 'a number is too large' : `${this.#text} is not a number`);
    this.#take(value);
    this.#value = 0;
    this.#negative = this.#started = false;
    this.#text = null;
  }

  #signed(): number {
    return this.#negative ? -this.#value : this.#value;
  }
}
