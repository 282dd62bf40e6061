/** The bytes with a meaning in JSON text. */
export const byteOf = {
  quote: 34,
  comma: 44,
  minus: 45,
  zero: 48,
  nine: 57,
  colon: 58,
  openArray: 91,
  backslash: 92,
  closeArray: 93,
  openObject: 123,
  closeObject: 125,
} as const;

export function isSpace(byte: number): boolean {
  return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}

/** Finds the end of a JSON string, object or array, byte by byte. */
export class Nesting {
  #depth = 0;
  #inString = false;
  #escaped = false;

  /** Takes the next byte, and returns whether the value that began with the first byte ends with it. */
  closes(byte: number): boolean {
    if (this.#inString) return this.#closesString(byte);
    if (byte === byteOf.quote) this.#inString = true;
    else if (byte === byteOf.openObject || byte === byteOf.openArray) this.#depth++;
    else if (byte === byteOf.closeObject || byte === byteOf.closeArray) return --this.#depth === 0;
    return false;
  }

  #closesString(byte: number): boolean {
    if (this.#escaped) this.#escaped = false;
    else if (byte === byteOf.backslash) this.#escaped = true;
    else if (byte === byteOf.quote) {
      this.#inString = false;
      return this.#depth === 0;
    }
    return false;
  }
}
