import type { Payload } from './copy-methods.js';

/** A payload to copy; each call makes a new one. */
export interface CopyShape {
  readonly name: string;
  /** The heading of its table. */
  readonly title: string;
  readonly make: () => Payload;
}

class Account {
  readonly id: string;
  readonly visits: number;

  constructor(id: string, visits: number) {
    this.id = id;
    this.visits = visits;
  }
}

class Visit {
  readonly account = new Account('u123', 7);
  readonly action = 'test';
  readonly ms = 12.5;
}

/** A typical payload of a log call: 54 bytes of JSON. */
const logPayload = (): Payload => ({ user: 'u123', action: 'test', nested: { a: 1, b: 2 } });

/** The size to which the padded log payload is brought, by a text. */
const wantedBytes = 256;
const paddingKey = ',"padding":""'.length;

export const copyShapes: readonly CopyShape[] = [
  { name: 'story', title: 'a log payload', make: logPayload },
  { name: 'story-256', title: 'a log payload, 256 bytes of JSON', make: paddedLogPayload },
  { name: 'flat-5', title: '5 keys, flat', make: () => flat(5) },
  { name: 'flat-50', title: '50 keys, flat', make: () => flat(50) },
  {
    name: 'nested',
    title: '3 levels',
    make: () => ({ id: 1, request: { method: 'GET', headers: { host: 'example.org', length: 12 } } }),
  },
  {
    name: 'numbers',
    title: 'an array of 32 numbers',
    make: () => ({ values: Array.from({ length: 32 }, (_, n) => n * 1.5) }),
  },
  {
    name: 'objects',
    title: 'an array of 8 objects',
    make: () => ({ items: Array.from({ length: 8 }, (_, id) => ({ id, name: `item ${id}` })) }),
  },
  { name: 'dictionary', title: '16 keys, in dictionary mode after deletes', make: dictionary },
  { name: 'instances', title: 'instances of classes', make: () => new Visit() as unknown as Payload },
  {
    name: 'builtins',
    title: 'a Date, a Map and a typed array',
    make: () => ({
      at: new Date(0),
      tags: new Map([
        ['a', 1],
        ['b', 2],
      ]),
      bytes: new Uint8Array(16),
    }),
  },
];

function paddedLogPayload(): Payload {
  const missing = wantedBytes - paddingKey - JSON.stringify(logPayload()).length;
  return { ...logPayload(), padding: 'x'.repeat(missing) };
}

function flat(keys: number): Payload {
  return Object.fromEntries(Array.from({ length: keys }, (_, n) => [`key${n}`, n % 2 ? n : `value ${n}`]));
}

/** V8 turns an object into a hash table when properties other than the last one are deleted. */
function dictionary(): Payload {
  const payload: Record<string, unknown> = { ...flat(48) };
  for (let n = 0; n < 32; n++) delete payload[`key${n}`];
  return payload;
}
