import { readFileSync } from 'node:fs';
import { UserError } from '../errors.js';
import { linePlaces } from '../instrument/places/find-places.js';
import { parseSource } from '../instrument/syntax/parse.js';
import type { HotPath } from '../model/path/path.js';
import type { RowPlace } from '../model/path/row.js';
import { findFunction } from './find-function.js';

/** The place of a function, followed by the places of its lines on which statements begin. Throws a UserError if the function is missing or ambiguous, or has no statements. */
export function findLineRows(path: HotPath, wanted: string): RowPlace[] {
  const whole = findFunction(path, wanted);
  const lines = linePlaces(parseSource(whole.file, readFileSync(whole.file, 'utf8')), whole);
  if (lines.length === 0)
    throw new UserError(
      `${whole.file}:${whole.line}: ${whole.name} has no statements`,
      'Name a function whose body is a block. A ledger can time this one as a whole.',
    );
  return [whole, ...lines];
}
