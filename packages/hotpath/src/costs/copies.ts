import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { HotPathSpec } from '../spec/define-hot-path.js';
import { type CopyLibraries, copyMethods, type Payload } from './copy-methods.js';
import { copyShapes } from './copy-shapes.js';

/** What a specification of copies is made from; it is passed to forks as JSON. */
export interface CopiesSettings {
  /** A built-in shape by its name, or the URL of a file. */
  readonly payload: { readonly shape: string } | { readonly url: string };
  readonly libraries: CopyLibraries;
  /** The methods that are measured, without the reference. */
  readonly methods: readonly string[];
}

/** A specification whose operations copy one payload, each by one method; the path itself copies nothing. */
export async function copiesOf({
  payload: from,
  libraries,
  methods,
}: CopiesSettings): Promise<HotPathSpec<Payload>> {
  const payload = await payloadOf(from);
  const found = (await copyMethods(libraries)).filter(({ name }) => methods.includes(name));
  const [reference] = await copyMethods(libraries);
  if (!reference) throw new Error('the reference method is missing');
  return {
    name: reference.name,
    setup: () => payload,
    run: reference.copy,
    operations: Object.fromEntries(found.map(({ name, copy }) => [name, copy])),
  };
}

/** A built-in payload, or that of a file: parsed from JSON, or the default export of a module. */
export async function payloadOf(from: CopiesSettings['payload']): Promise<Payload> {
  if ('url' in from) {
    if (from.url.endsWith('.json')) return JSON.parse(readFileSync(fileURLToPath(from.url), 'utf8'));
    return ((await import(from.url)) as { default: Payload }).default;
  }
  const shape = copyShapes.find(({ name }) => name === from.shape);
  if (!shape) throw new Error(`there is no shape ${from.shape}`);
  return shape.make();
}
