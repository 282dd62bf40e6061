import type { ProgramFiles } from '../instrument/effects/program-files.js';
import { functionPlace, linePlaces } from '../instrument/places/find-places.js';
import type { ParsedSource } from '../instrument/syntax/parse.js';
import type { RowPlace } from '../model/path/row.js';
import type { Candidate } from './candidates.js';

/** A chosen candidate as a place for a row. */
export function placeOf(candidate: Candidate, source: ParsedSource, files: ProgramFiles): RowPlace {
  const { name, start, kind, functionStart } = candidate;
  if (kind === 'function') return functionPlace(source, { start, name }, files);
  const whole = functionPlace(source, { start: functionStart, name }, files);
  const line = linePlaces(source, whole).find((place) => place.start === start);
  if (!line) throw new Error(`${source.file}: no statement starts at ${start}`);
  return { ...line, name };
}
