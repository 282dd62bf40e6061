import type { Payload } from './copy-methods.js';

/** A payload to copy, made anew at each call. */
export interface CopyShape {
  readonly name: string;
  /** What it looks like, for the table. */
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

/** The payload that the story (1.30, AC4) calls typical, as it stands there. */
const story = (): Payload => ({ user: 'u123', action: 'test', nested: { a: 1, b: 2 } });

/** The story says that it has some 256 bytes; as it stands it has 54 of JSON, and a text makes up for the rest. */
const wantedBytes = 256;
const paddingKey = ',"padding":""'.length;

export const copyShapes: readonly CopyShape[] = [
  { name: 'story', title: "the story's payload", make: story },
  { name: 'story-256', title: "the story's payload, 256 bytes of JSON", make: paddedStory },
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

function paddedStory(): Payload {
  const missing = wantedBytes - paddingKey - JSON.stringify(story()).length;
  return { ...story(), padding: 'x'.repeat(missing) };
}

function flat(keys: number): Payload {
  return Object.fromEntries(Array.from({ length: keys }, (_, n) => [`key${n}`, n % 2 ? n : `value ${n}`]));
}

/** V8 keeps an object from which other properties than the last were deleted as a hash table. */
function dictionary(): Payload {
  const payload: Record<string, unknown> = { ...flat(48) };
  for (let n = 0; n < 32; n++) delete payload[`key${n}`];
  return payload;
}
