import { byteOf, isSpace } from './json-bytes.js';
import { fits, type JsonHandler, type ListHandler, nameOf, type ObjectHandler } from './json-handler.js';
import { NumberArray } from './number-array.js';
import { SplitValue } from './split-value.js';

/** Reads from `at` on, and returns the index of the first byte for the next state. */
type State = (bytes: Uint8Array, at: number) => number;

/** An object or a list that is open. */
interface Level {
  readonly handler: ObjectHandler | ListHandler;
  /** The key of the last member; empty in a list. */
  key: string;
}

/**
 * Scans a JSON text that arrives in pieces and is never held in memory as a whole. Values are passed on as the handlers
 * say. Skipped values are not validated.
 */
export class JsonScanner {
  readonly #root: ObjectHandler | ListHandler;
  readonly #levels: Level[] = [];
  readonly #value = new SplitValue();
  #state: State = this.#beforeRoot;
  #offset = 0;
  #numbers = new NumberArray(() => {});
  /** What is done with the value when it has been read. */
  #take: (text: string) => void = () => {};

  constructor(root: ObjectHandler | ListHandler) {
    this.#root = root;
  }

  /** Throws a SyntaxError for invalid JSON and for a value that its handler refuses. */
  push(bytes: Uint8Array): void {
    let at = 0;
    try {
      while (at < bytes.length) at = this.#state(bytes, at);
    } catch (problem) {
      if (!(problem instanceof SyntaxError)) throw problem;
      throw new SyntaxError(`${problem.message}, near byte ${this.#offset + at}`);
    }
    this.#value.endPiece(bytes);
    this.#offset += bytes.length;
  }

  /** Throws a SyntaxError if the text is incomplete. */
  end(): void {
    if (this.#offset === 0) throw new SyntaxError('it is empty');
    if (this.#state !== this.#afterRoot && !this.#mayEnd())
      throw new SyntaxError(`it is incomplete: it ends at byte ${this.#offset}`);
  }

  /** Whether all that is missing is the end of a list that may lack it. */
  #mayEnd(): boolean {
    const [level] = this.#levels;
    const isBetween = this.#levels.length === 1 && this.#state === this.#inList;
    return isBetween && level?.handler.kind === 'list' && level.handler.mayEndOpen === true;
  }

  #beforeRoot(bytes: Uint8Array, at: number): number {
    const byte = bytes[at] as number;
    if (isSpace(byte) || isByteOrderMark(byte, this.#offset + at)) return at + 1;
    if (!fits(this.#root, byte)) throw new SyntaxError(`it does not start with a JSON ${this.#root.kind}`);
    return this.#enter(this.#root, at);
  }

  #inObject(bytes: Uint8Array, at: number): number {
    const byte = bytes[at] as number;
    if (byte === byteOf.closeObject) return this.#leave(at);
    if (byte === byteOf.quote) {
      this.#value.begin(at, true);
      this.#state = this.#inKey;
      return at;
    }
    if (byte !== byteOf.comma && !isSpace(byte)) throw new SyntaxError('a key is missing');
    return at + 1;
  }

  #inKey(bytes: Uint8Array, at: number): number {
    const { next, closed } = this.#value.pass(bytes, at);
    if (!closed) return next;
    const level = this.#levels.at(-1) as Level;
    level.key = JSON.parse(this.#value.textUpTo(bytes, next)) as string;
    if (level.handler.kind === 'object') level.handler.key?.(level.key);
    this.#state = this.#beforeMember;
    return next;
  }

  #beforeMember(bytes: Uint8Array, at: number): number {
    const byte = bytes[at] as number;
    if (byte === byteOf.colon || isSpace(byte)) return at + 1;
    const { handler, key } = this.#levels.at(-1) as Level;
    const wanted = handler.kind === 'object' ? handler.members.get(key) : undefined;
    return wanted && fits(wanted, byte) ? this.#begin(wanted, byte, at) : this.#skip(byte, at);
  }

  #inList(bytes: Uint8Array, at: number): number {
    const byte = bytes[at] as number;
    if (byte === byteOf.closeArray) return this.#leave(at);
    if (byte === byteOf.comma || isSpace(byte)) return at + 1;
    const { of } = (this.#levels.at(-1) as Level).handler as ListHandler;
    if (fits(of, byte)) return this.#begin(of, byte, at);
    const key = this.#levels.at(-2)?.key;
    throw new SyntaxError(
      `${key === undefined ? 'it' : `"${key}"`} contains a value that is not ${nameOf(of)}`,
    );
  }

  /** Begins a value that fits its handler. */
  #begin(handler: JsonHandler, byte: number, at: number): number {
    if (handler.kind === 'object' || handler.kind === 'list') return this.#enter(handler, at);
    if (handler.kind === 'numbers') {
      handler.begin?.();
      this.#numbers = new NumberArray(handler.take);
      this.#take = () => handler.end?.();
      this.#state = this.#inNumbers;
      return at + 1;
    }
    this.#value.begin(at, true);
    this.#take =
      handler.kind === 'scalar' ? (text) => handler.take(JSON.parse(text) as unknown) : handler.take;
    this.#state = isNested(byte) ? this.#inNested : this.#inPlain;
    return at;
  }

  #skip(byte: number, at: number): number {
    this.#value.begin(at, !isNested(byte));
    this.#take = JSON.parse;
    this.#state = isNested(byte) ? this.#inSkipped : this.#inPlain;
    return at;
  }

  #enter(handler: ObjectHandler | ListHandler, at: number): number {
    handler.begin?.();
    this.#levels.push({ handler, key: '' });
    this.#state = handler.kind === 'object' ? this.#inObject : this.#inList;
    return at + 1;
  }

  #leave(at: number): number {
    const { handler } = this.#levels.pop() as Level;
    if (handler.kind === 'object') handler.end?.();
    this.#resume();
    return at + 1;
  }

  /** The state after a value. */
  #resume(): void {
    const level = this.#levels.at(-1);
    if (!level) this.#state = this.#afterRoot;
    else this.#state = level.handler.kind === 'object' ? this.#inObject : this.#inList;
  }

  #inNumbers(bytes: Uint8Array, at: number): number {
    const next = this.#numbers.read(bytes, at);
    if (!this.#numbers.closed) return next;
    this.#take('');
    this.#resume();
    return next;
  }

  #inSkipped(bytes: Uint8Array, at: number): number {
    const { next, closed } = this.#value.pass(bytes, at);
    if (closed) this.#resume();
    return next;
  }

  /** A string or an object. */
  #inNested(bytes: Uint8Array, at: number): number {
    const { next, closed } = this.#value.pass(bytes, at);
    if (!closed) return next;
    this.#take(this.#value.textUpTo(bytes, next));
    this.#resume();
    return next;
  }

  /** A number, true, false or null. */
  #inPlain(bytes: Uint8Array, at: number): number {
    for (let next = at; next < bytes.length; next++) {
      const byte = bytes[next] as number;
      if (!endsPlain(byte)) continue;
      this.#take(this.#value.textUpTo(bytes, next));
      this.#resume();
      return next;
    }
    return bytes.length;
  }

  #afterRoot(bytes: Uint8Array, at: number): number {
    if (!isSpace(bytes[at] as number)) throw new SyntaxError(`there is text after the ${this.#root.kind}`);
    return at + 1;
  }
}

/** Whether the value that begins with the byte ends with a byte of its own. */
function isNested(byte: number): boolean {
  return byte === byteOf.quote || byte === byteOf.openObject || byte === byteOf.openArray;
}

function endsPlain(byte: number): boolean {
  return byte === byteOf.comma || byte === byteOf.closeObject || byte === byteOf.closeArray || isSpace(byte);
}

/** Whether a byte belongs to a UTF-8 byte order mark at the beginning of a text. */
function isByteOrderMark(byte: number, position: number): boolean {
  return byte === [0xef, 0xbb, 0xbf][position];
}
