import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CopyLibraries, copyLibraries, type Payload } from '../../costs/copy-methods.js';
import { copyShapes } from '../../costs/copy-shapes.js';
import { UserError } from '../../errors.js';
import type { CopySubject } from './copy-groups.js';
import { readPayload } from './payload-file.js';

/** A payload to copy, and where forks find it. */
export interface ChosenPayload extends Omit<CopySubject, 'tried'> {
  readonly payload: Payload;
}

/** Which payloads are copied: the user's file, the named shapes, or all shapes when neither is given. */
export interface PayloadChoice {
  readonly payload?: string;
  readonly shape?: readonly string[];
}

export async function chosenPayloads(
  { payload, shape }: PayloadChoice,
  folder: string,
): Promise<readonly ChosenPayload[]> {
  const own = payload === undefined ? [] : [await ownPayload(payload, folder)];
  const shapes = shape ?? (payload === undefined ? copyShapes.map(({ name }) => name) : []);
  return [...own, ...shapes.map(shapePayload)];
}

async function ownPayload(name: string, folder: string): Promise<ChosenPayload> {
  const file = resolve(folder, name);
  return {
    name,
    title: name,
    from: { url: pathToFileURL(file).href },
    payload: await readPayload(file, name),
  };
}

function shapePayload(name: string): ChosenPayload {
  const found = copyShapes.find((one) => one.name === name);
  if (found) return { name, title: found.title, from: { shape: name }, payload: found.make() };
  throw new UserError(
    `there is no shape "${name}"`,
    `Shapes: ${copyShapes.map((one) => one.name).join(', ')}. For a payload of your own, give --payload FILE.`,
  );
}

/** Libraries as the user's folder has them installed, or else as this package finds them. */
export function installedLibraries(folder: string): CopyLibraries {
  const from = [join(folder, 'package.json'), import.meta.url].map((base) => createRequire(base));
  const find = (name: string): string | null => {
    for (const require of from) {
      try {
        return pathToFileURL(require.resolve(name)).href;
      } catch {}
    }
    return null;
  };
  return Object.fromEntries(copyLibraries.map((name) => [name, find(name)]));
}
