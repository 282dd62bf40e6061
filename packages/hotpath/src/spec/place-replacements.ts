import { readFileSync } from 'node:fs';
import { UserError } from '../errors.js';
import { replaceRegions } from '../instrument/edits/replace-regions.js';
import { parseSource } from '../instrument/syntax/parse.js';
import type { HotPath } from '../model/path/path.js';
import type { PlacedReplacement, Replacement } from '../model/path/replacement.js';
import type { RowPlace } from '../model/path/row.js';

/**
 * Finds the regions that proposed code replaces. Throws a UserError if there is no such region or several of them, or if
 * the code has a syntax error in that place.
 */
export function placeReplacements(
  { file }: HotPath,
  places: readonly RowPlace[],
  proposed: readonly Replacement[],
): PlacedReplacement[] {
  return proposed.map(({ name, row, code }) => {
    const found = [...places.entries()].filter(([, place]) => place.kind === 'region' && place.name === row);
    const [first] = found;
    if (!first || found.length > 1) {
      const regions = places.filter(({ kind }) => kind === 'region').map((place) => place.name);
      throw new UserError(
        `${file}: the change "${name}": ${first ? `${found.length} regions are` : 'no region is'} named "${row}"`,
        `Regions there: ${[...new Set(regions)].join(', ')}.`,
      );
    }
    check(name, first[1], code);
    return { name, place: first[0], code };
  });
}

function check(name: string, { file, start }: RowPlace, code: string): void {
  try {
    const source = parseSource(file, readFileSync(file, 'utf8'));
    parseSource(file, replaceRegions(source, [{ index: 0, kind: 'replace', start, code }]).toString());
  } catch (problem) {
    if (!(problem instanceof UserError)) throw problem;
    throw new UserError(
      `the change "${name}": ${problem.message}`,
      'Give statements in the language of the file, such as `const data = fields;`.',
    );
  }
}
