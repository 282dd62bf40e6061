import type { CopySafety } from '../model/report/costs.js';
import type { CopyMethod, Payload } from './copy-methods.js';

/**
 * What becomes of something that a payload may hold: the copy has its own (`yes`), shares it with the payload, so that a later
 * change of one changes both (`shared`), has lost it (`no`), or the method throws (`throws`).
 */
export type Kept = 'yes' | 'shared' | 'no' | 'throws';

interface Probe {
  readonly name: string;
  readonly make: () => Payload;
  /** Whether a copy still has it. */
  readonly has: (copy: Readonly<Record<PropertyKey, unknown>>) => boolean;
}

class Instance {
  readonly at = 1;
}

const symbol = Symbol('key');

const probes: readonly Probe[] = [
  { name: 'cycle', make: cyclic, has: (copy) => (copy.inside as Payload).above === copy },
  {
    name: 'Date',
    make: () => ({ at: new Date(5) }),
    has: ({ at }) => at instanceof Date && at.getTime() === 5,
  },
  {
    name: 'Map',
    make: () => ({ at: new Map([['key', 5]]) }),
    has: ({ at }) => at instanceof Map && at.get('key') === 5,
  },
  {
    name: 'typed array',
    make: () => ({ at: new Uint8Array([5]) }),
    has: ({ at }) => at instanceof Uint8Array && at[0] === 5,
  },
  {
    name: 'undefined',
    make: () => ({ at: undefined }),
    has: (copy) => 'at' in copy && copy.at === undefined,
  },
  { name: 'function', make: () => ({ at: () => 5 }), has: ({ at }) => typeof at === 'function' },
  { name: 'symbol key', make: () => ({ [symbol]: 5 }) as Payload, has: (copy) => copy[symbol] === 5 },
  {
    name: 'getter',
    make: () => Object.defineProperty({}, 'at', { get: () => 5, enumerable: true, configurable: true }),
    has: (copy) => Object.getOwnPropertyDescriptor(copy, 'at')?.get !== undefined,
  },
  {
    name: 'prototype',
    make: () => new Instance() as unknown as Payload,
    has: (copy) => Object.getPrototypeOf(copy) === Instance.prototype,
  },
];

/** What copies are examined for. */
export const probeNames: readonly string[] = probes.map(({ name }) => name);

/** What a method keeps, one value for each of `probeNames`, found by copying a payload that holds it. */
export function whatIsKept({ copy }: CopyMethod): readonly Kept[] {
  return probes.map(({ make, has }) => {
    const payload = make();
    try {
      const copied = copy(payload) as Readonly<Record<PropertyKey, unknown>>;
      if (copied === payload || shares(copied, payload)) return 'shared';
      return has(copied) ? 'yes' : 'no';
    } catch {
      return 'throws';
    }
  });
}

/** Whether an object below the payload is the same in the copy. Functions do not count, because they have no state of interest. */
function shares(copied: Payload, payload: Payload): boolean {
  return Object.keys(payload).some((key) => {
    const value = isGetter(payload, key) ? undefined : payload[key];
    return typeof value === 'object' && value !== null && value === copied[key];
  });
}

function isGetter(payload: Payload, key: string): boolean {
  return Object.getOwnPropertyDescriptor(payload, key)?.get !== undefined;
}

function cyclic(): Payload {
  const payload: Record<string, unknown> = { at: 1 };
  payload.inside = { above: payload };
  return payload;
}

/** Which changes after the call a copy is protected from. */
export interface Protection {
  /** Changes of the payload's own properties. */
  readonly top: boolean;
  /** Changes of objects below the payload. */
  readonly nested: boolean;
  /** Changes of the copy's own properties. */
  readonly holder: boolean;
}

/** What a method protects from, found by changing the payload and the copy. */
export function whatIsProtected({ copy }: CopyMethod): Protection {
  const payload = { at: 1, inside: { at: 1 } };
  const copied = copy(payload) as { at: number; inside: { at: number } };
  payload.at = 2;
  payload.inside.at = 2;
  const [top, nested] = [copied.at === 1, copied.inside.at === 1];
  return { top, nested, holder: !Reflect.set(copied, 'at', 3) };
}

/** A method's line in the tables of what copies keep and protect from. */
export function copySafety(method: CopyMethod): CopySafety {
  const kept = whatIsKept(method);
  const { top, nested, holder } = whatIsProtected(method);
  return {
    method: method.name,
    keeps: Object.fromEntries(probeNames.map((name, index) => [name, kept[index] as Kept])),
    protects: { top, nested, holder },
  };
}
