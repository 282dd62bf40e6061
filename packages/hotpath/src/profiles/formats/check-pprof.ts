/** Fields of a message whose values have a structure of their own. */
interface Message {
  readonly [field: number]: Message | 'numbers';
}

/** https://github.com/google/pprof/blob/main/proto/profile.proto */
const profile: Message = {
  1: {},
  2: { 1: 'numbers', 2: 'numbers', 3: {} },
  3: {},
  4: { 4: {} },
  5: {},
  11: {},
  13: 'numbers',
};

/** Kinds of values in protocol buffers. */
const wire = { varint: 0, fixed64: 1, bytes: 2, fixed32: 5 } as const;

const longestVarint = 10;

/** Throws a SyntaxError if bytes are not the fields of a pprof profile, or if they end within one. */
export function checkPprof(bytes: Uint8Array): void {
  checkMessage(bytes, 0, bytes.length, profile);
}

function checkMessage(bytes: Uint8Array, from: number, end: number, message: Message): void {
  for (let at = from; at < end; ) {
    const tag = varint(bytes, at, end);
    const value = endOfValue(bytes, tag.next, end, tag.value & 7);
    const inside = message[Math.floor(tag.value / 8)];
    if (inside !== undefined && (tag.value & 7) === wire.bytes) {
      const { next } = varint(bytes, tag.next, end);
      if (inside === 'numbers') checkNumbers(bytes, next, value);
      else checkMessage(bytes, next, value, inside);
    }
    at = value;
  }
}

function checkNumbers(bytes: Uint8Array, from: number, end: number): void {
  for (let at = from; at < end; ) at = varint(bytes, at, end).next;
}

function endOfValue(bytes: Uint8Array, from: number, end: number, kind: number): number {
  let next = Number.NaN;
  if (kind === wire.varint) next = varint(bytes, from, end).next;
  if (kind === wire.fixed64) next = from + 8;
  if (kind === wire.fixed32) next = from + 4;
  if (kind === wire.bytes) {
    const length = varint(bytes, from, end);
    next = length.next + length.value;
  }
  if (next <= end) return next;
  throw new SyntaxError(`damaged or incomplete near byte ${from}`);
}

/** A number of seven bits a byte, least significant first; precise below 2 ** 53. */
function varint(
  bytes: Uint8Array,
  from: number,
  end: number,
): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let at = from; at < Math.min(end, from + longestVarint); at++) {
    const byte = bytes[at] as number;
    value += (byte & 127) * 2 ** (7 * (at - from));
    if (byte < 128) return { value, next: at + 1 };
  }
  throw new SyntaxError(`damaged or incomplete near byte ${from}`);
}
