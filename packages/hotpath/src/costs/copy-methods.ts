import { deserialize, serialize } from 'node:v8';
import { copyDeep } from './copy-deep.js';

export type Payload = Readonly<Record<string, unknown>>;

/** What a method copies: nothing, the top level, the top level with a freeze, or all levels. */
export type CopyKind = 'reference' | 'shallow' | 'freeze' | 'deep';

export interface CopyMethod {
  readonly name: string;
  readonly kind: CopyKind;
  readonly copy: (payload: Payload) => unknown;
}

/** URLs of the installed copying libraries, by name; null: not installed. */
export type CopyLibraries = Readonly<Record<string, string | null>>;

/** Libraries that are measured if they are installed. */
export const copyLibraries = ['rfdc', 'klona', 'fast-copy'] as const;

/** All available methods, the reference first. */
export async function copyMethods(libraries: CopyLibraries): Promise<readonly CopyMethod[]> {
  const installed: CopyMethod[] = [];
  for (const name of copyLibraries) {
    const url = libraries[name];
    if (url) installed.push({ name, kind: 'deep', copy: await copierOf(name, url) });
  }
  return [...ownMethods, ...installed];
}

const ownMethods: readonly CopyMethod[] = [
  { name: 'none', kind: 'reference', copy: (payload) => payload },
  { name: '{ ...spread }', kind: 'shallow', copy: (payload) => ({ ...payload }) },
  { name: 'Object.assign', kind: 'shallow', copy: (payload) => Object.assign({}, payload) },
  {
    name: 'fromEntries(entries)',
    kind: 'shallow',
    copy: (payload) => Object.fromEntries(Object.entries(payload)),
  },
  { name: 'for-in loop', kind: 'shallow', copy: copyByLoop },
  { name: 'freeze({ ...spread })', kind: 'freeze', copy: (payload) => Object.freeze({ ...payload }) },
  { name: 'structuredClone', kind: 'deep', copy: (payload) => structuredClone(payload) },
  { name: 'JSON', kind: 'deep', copy: (payload) => JSON.parse(JSON.stringify(payload)) },
  { name: 'v8.serialize', kind: 'deep', copy: (payload) => deserialize(serialize(payload)) },
  { name: 'hand-written', kind: 'deep', copy: copyDeep },
];

function copyByLoop(payload: Payload): Payload {
  const copy: Record<string, unknown> = {};
  for (const key in payload) if (Object.hasOwn(payload, key)) copy[key] = payload[key];
  return copy;
}

type Copier = (value: unknown) => unknown;

/** A library's copy function with its default settings. */
async function copierOf(name: (typeof copyLibraries)[number], url: string): Promise<Copier> {
  const module = (await import(url)) as Record<string, unknown>;
  const exported = module.default as Record<string, unknown> | undefined;
  switch (name) {
    case 'rfdc':
      return (exported as unknown as () => Copier)();
    case 'klona':
      return (module.klona ?? exported?.klona) as Copier;
    case 'fast-copy':
      return (module.copy ?? exported?.copy ?? exported) as Copier;
  }
}
