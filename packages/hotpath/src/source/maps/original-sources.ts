import {
  GREATEST_LOWER_BOUND,
  LEAST_UPPER_BOUND,
  originalPositionFor,
  type TraceMap,
} from '@jridgewell/trace-mapping';
import { lineIndex, lineStarts } from '../../model/text/lines.js';
import { mapAddress } from './map-address.js';
import { readMap, type SourceMap } from './read-map.js';
import { sourceFile } from './source-names.js';

/** A line of an original source file. */
export interface OriginalPlace {
  /** Absolute path; as the map names it where it names no file. */
  readonly file: string;
  readonly line: number;
}

/** The sources from which a script was made. */
export interface OriginalSources {
  /** The original place of a position in the script; null if the map has none. Lines count from 1, columns from 0. */
  placeOf(line: number, column: number): OriginalPlace | null;
  /** Whether a file is one of them. */
  has(file: string): boolean;
  /** The text of a source in the map; null where the map has none. */
  textOf(file: string): string | null;
}

/** Reads the source map that a script names. Null if it names none; the reason if the map cannot be read. */
export function originalSources(file: string, text: string): OriginalSources | string | null {
  const address = mapAddress(file, text);
  if (address === null) return null;
  const found = readMap(file, address);
  return typeof found === 'string' ? found : sourcesOf(found);
}

/** The original place of an offset in a script; null if there is none. */
export function originalPlace(file: string, text: string, offset: number): OriginalPlace | null {
  const sources = originalSources(file, text);
  if (sources === null || typeof sources === 'string') return null;
  const line = lineIndex(text)(offset);
  return sources.placeOf(line, offset - (lineStarts(text)[line - 1] as number));
}

function sourcesOf({ map, folder }: SourceMap): OriginalSources {
  const names = resolvedNames(map);
  const texts = map.sourcesContent ?? [];
  const files = names.map((name, index) => sourceFile({ name, text: texts[index] ?? null }, folder));
  return {
    placeOf(line, column) {
      for (const bias of [GREATEST_LOWER_BOUND, LEAST_UPPER_BOUND] as const) {
        const found = originalPositionFor(map, { line, column, bias });
        const at = found.source === null ? -1 : map.resolvedSources.indexOf(found.source);
        if (at >= 0) return { file: files[at] as string, line: found.line as number };
      }
      return null;
    },
    has: (file) => files.includes(file),
    textOf: (file) => texts[files.indexOf(file)] ?? null,
  };
}

/** The sources after the map's `sourceRoot`. */
function resolvedNames({ sources, sourceRoot }: TraceMap): string[] {
  const root = sourceRoot ? sourceRoot.replace(/\/?$/, '/') : '';
  return sources.map(
    (source) => (/^([A-Za-z][A-Za-z0-9+.-]*:|\/)/.test(source ?? '') ? '' : root) + (source ?? ''),
  );
}
