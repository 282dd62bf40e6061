import { byteOf, isSpace, Nesting } from './json-bytes.js';
import { NumberArray } from './number-array.js';

/** Handlers of the members of a JSON object, by key. Other members are skipped. */
export interface MemberHandlers {
  /** For members that are arrays of numbers; called per number. */
  readonly numbers: ReadonlyMap<string, (value: number) => void>;
  /** For members that are arrays of objects; called per object, with its JSON text. */
  readonly objects: ReadonlyMap<string, (text: string) => void>;
  /** For members that are numbers. */
  readonly scalars: ReadonlyMap<string, (value: number) => void>;
}

/** Reads from `at` on, and returns the index of the first byte for the next state. */
type State = (bytes: Uint8Array, at: number) => number;

/**
 * Scans a JSON object that arrives in pieces and is never held in memory as a whole. Arrays of numbers are passed on
 * number by number, arrays of objects object by object. Skipped members are not validated.
 */
export class MemberScanner {
  readonly #handlers: MemberHandlers;
  #state: State = this.#beforeObject;
  #offset = 0;
  #key = '';
  #nesting = new Nesting();
  #array = new NumberArray(() => {});
  /** Bytes of a value that began in an earlier piece, and the index at which the value continues in this piece. */
  #held: Uint8Array[] = [];
  #from = 0;

  constructor(handlers: MemberHandlers) {
    this.#handlers = handlers;
  }

  /** Throws a SyntaxError for invalid JSON and for a value that does not fit its handler. */
  push(bytes: Uint8Array): void {
    let at = 0;
    try {
      while (at < bytes.length) at = this.#state(bytes, at);
    } catch (problem) {
      throw new SyntaxError(`${(problem as Error).message}, near byte ${this.#offset + at}`);
    }
    if (this.#isHolding()) this.#held.push(Uint8Array.prototype.slice.call(bytes, this.#from));
    this.#from = 0;
    this.#offset += bytes.length;
  }

  /** Throws a SyntaxError if the object is incomplete. */
  end(): void {
    if (this.#offset === 0) throw new SyntaxError('it is empty');
    if (this.#state !== this.#afterObject)
      throw new SyntaxError(`it is incomplete: it ends at byte ${this.#offset}`);
  }

  #isHolding(): boolean {
    return [this.#inKey, this.#inScalar, this.#inObject].includes(this.#state);
  }

  #begin(state: State, at: number): void {
    this.#state = state;
    this.#from = at;
    this.#nesting = new Nesting();
  }

  #textUpTo(bytes: Uint8Array, end: number): string {
    const text = Buffer.concat([...this.#held, bytes.subarray(this.#from, end)]).toString('utf8');
    this.#held = [];
    return text;
  }

  /** The index after the byte that closes the value, or the end of the piece. */
  #passValue(bytes: Uint8Array, at: number): { readonly next: number; readonly closed: boolean } {
    const nesting = this.#nesting;
    for (let next = at; next < bytes.length; next++) {
      if (nesting.closes(bytes[next] as number)) return { next: next + 1, closed: true };
    }
    return { next: bytes.length, closed: false };
  }

  #beforeObject(bytes: Uint8Array, at: number): number {
    const byte = bytes[at] as number;
    if (byte === byteOf.openObject) this.#state = this.#beforeKey;
    else if (!isSpace(byte) && !isByteOrderMark(byte, this.#offset + at))
      throw new SyntaxError('it does not start with a JSON object');
    return at + 1;
  }

  #beforeKey(bytes: Uint8Array, at: number): number {
    const byte = bytes[at] as number;
    if (byte === byteOf.quote) {
      this.#begin(this.#inKey, at);
      return at;
    }
    if (byte === byteOf.closeObject) this.#state = this.#afterObject;
    else if (byte !== byteOf.comma && !isSpace(byte)) throw new SyntaxError('a key is missing');
    return at + 1;
  }

  #inKey(bytes: Uint8Array, at: number): number {
    const { next, closed } = this.#passValue(bytes, at);
    if (!closed) return next;
    this.#key = JSON.parse(this.#textUpTo(bytes, next)) as string;
    this.#state = this.#beforeValue;
    return next;
  }

  #beforeValue(bytes: Uint8Array, at: number): number {
    const byte = bytes[at] as number;
    if (byte === byteOf.colon || isSpace(byte)) return at + 1;
    const take = this.#handlers.numbers.get(this.#key);
    if (byte === byteOf.openArray && take) {
      this.#array = new NumberArray(take);
      this.#state = this.#inNumbers;
      return at + 1;
    }
    if (byte === byteOf.openArray && this.#handlers.objects.has(this.#key)) {
      this.#state = this.#betweenObjects;
      return at + 1;
    }
    const isNested = byte === byteOf.quote || byte === byteOf.openObject || byte === byteOf.openArray;
    this.#begin(isNested ? this.#inSkipped : this.#inScalar, at);
    return at;
  }

  #inNumbers(bytes: Uint8Array, at: number): number {
    const next = this.#array.read(bytes, at);
    if (this.#array.closed) this.#state = this.#beforeKey;
    return next;
  }

  #inSkipped(bytes: Uint8Array, at: number): number {
    const { next, closed } = this.#passValue(bytes, at);
    if (closed) this.#state = this.#beforeKey;
    return next;
  }

  #inScalar(bytes: Uint8Array, at: number): number {
    for (let next = at; next < bytes.length; next++) {
      const byte = bytes[next] as number;
      if (byte !== byteOf.comma && byte !== byteOf.closeObject && !isSpace(byte)) continue;
      const value: unknown = JSON.parse(this.#textUpTo(bytes, next));
      if (typeof value === 'number') this.#handlers.scalars.get(this.#key)?.(value);
      this.#state = this.#beforeKey;
      return next;
    }
    return bytes.length;
  }

  #betweenObjects(bytes: Uint8Array, at: number): number {
    const byte = bytes[at] as number;
    if (byte === byteOf.openObject) {
      this.#begin(this.#inObject, at);
      return at;
    }
    if (byte === byteOf.closeArray) this.#state = this.#beforeKey;
    else if (byte !== byteOf.comma && !isSpace(byte))
      throw new SyntaxError(`"${this.#key}" contains a value that is not an object`);
    return at + 1;
  }

  #inObject(bytes: Uint8Array, at: number): number {
    const { next, closed } = this.#passValue(bytes, at);
    if (!closed) return next;
    this.#handlers.objects.get(this.#key)?.(this.#textUpTo(bytes, next));
    this.#state = this.#betweenObjects;
    return next;
  }

  #afterObject(bytes: Uint8Array, at: number): number {
    if (!isSpace(bytes[at] as number)) throw new SyntaxError('there is text after the object');
    return at + 1;
  }
}

/** Whether a byte belongs to a UTF-8 byte order mark at the beginning of a text. */
function isByteOrderMark(byte: number, position: number): boolean {
  return byte === [0xef, 0xbb, 0xbf][position];
}
