import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  GREATEST_LOWER_BOUND,
  LEAST_UPPER_BOUND,
  originalPositionFor,
  type SourceMapInput,
  TraceMap,
} from '@jridgewell/trace-mapping';

/** A line of an original source file. */
export interface OriginalPlace {
  /** Absolute path. */
  readonly file: string;
  readonly line: number;
}

/** The original place of a position in a script; null if the map has none. Lines count from 1, columns from 0. */
export type OriginalPlaces = (line: number, column: number) => OriginalPlace | null;

/**
 * The original places of a script, from the source map that its last `sourceMappingURL` comment names, inline or as a
 * file (ECMA-426). Null if there is no such comment or the map cannot be read.
 */
export function originalPlaces(file: string, text: string): OriginalPlaces | null {
  const map = readMap(file, text);
  if (!map) return null;
  return (line, column) => {
    for (const bias of [GREATEST_LOWER_BOUND, LEAST_UPPER_BOUND] as const) {
      const found = originalPositionFor(map, { line, column, bias });
      if (found.source !== null) return { file: pathOf(found.source), line: found.line };
    }
    return null;
  };
}

/** The original place of an offset in a script; null if there is none. */
export function originalPlace(file: string, text: string, offset: number): OriginalPlace | null {
  const before = text.slice(0, offset).split('\n');
  return originalPlaces(file, text)?.(before.length, before.at(-1)?.length ?? 0) ?? null;
}

function readMap(file: string, text: string): TraceMap | null {
  const url = [...text.matchAll(/^\s*\/\/[#@] ?sourceMappingURL=(\S+)\s*$/gm)].at(-1)?.[1];
  if (url === undefined) return null;
  const inline = /^data:application\/json[^,]*?(;base64)?,(.*)$/.exec(url);
  try {
    const mapFile = resolve(dirname(file), url.startsWith('file:') ? fileURLToPath(url) : url);
    const json = inline
      ? decode(inline[2] as string, inline[1] !== undefined)
      : readFileSync(mapFile, 'utf8');
    return new TraceMap(json as SourceMapInput, `file://${inline ? file : mapFile}`);
  } catch {
    return null;
  }
}

function decode(data: string, base64: boolean): string {
  return base64 ? Buffer.from(data, 'base64').toString('utf8') : decodeURIComponent(data);
}

function pathOf(source: string): string {
  return source.startsWith('file:') ? fileURLToPath(source) : source;
}
