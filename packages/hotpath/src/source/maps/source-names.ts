import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A source of a map. */
export interface MapSource {
  /** As the map names it, after its `sourceRoot`. */
  readonly name: string;
  /** Null where the map has no text of it. */
  readonly text: string | null;
}

const windowsPath = /^[A-Za-z]:[\\/]/;
const scheme = /^[A-Za-z][A-Za-z0-9+.-]+:/;

/**
 * The file of a source: an absolute path where one can be known, else the name as the map has it. Maps have URLs or, against the
 * format, plain paths; bundlers give names of their own, such as `webpack://app/./src/a.ts`, whose folder is not written. `folder` is that
 * of the map.
 */
export function sourceFile({ name, text }: MapSource, folder: string): string {
  if (windowsPath.test(name)) return name;
  if (name.startsWith('file:')) return pathOfUrl(name);
  if (scheme.test(name)) return fileAbove(folder, pathIn(name), text) ?? name;
  const written = resolve(folder, name);
  return existsSync(written) ? written : resolve(folder, decoded(name));
}

function pathOfUrl(url: string): string {
  try {
    return fileURLToPath(url);
  } catch {
    return url;
  }
}

/** The path that follows a scheme and a name of a bundler; it ends before a query, which tells versions apart. */
function pathIn(name: string): string {
  return decoded(name.replace(/^[^:]+:\/\/[^/]*\//, '').replace(/\?[^?]*$/, ''));
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The file of a relative path in a folder or the nearest one above it, with the same text where that is known. */
function fileAbove(folder: string, path: string, text: string | null): string | null {
  const file = join(folder, path);
  if (path !== '' && isSame(file, text)) return file;
  const above = dirname(folder);
  return above === folder ? null : fileAbove(above, path, text);
}

function isSame(file: string, text: string | null): boolean {
  try {
    return text === null ? existsSync(file) : readFileSync(file, 'utf8') === text;
  } catch {
    return false;
  }
}
