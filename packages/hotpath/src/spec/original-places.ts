import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RowPlace } from '../model/path/row.js';
import { isMadeFile, type Maker, makerFile } from '../model/text/made-file.js';
import { originalPlace } from '../source/maps/original-sources.js';

/** Adds the original place to places in generated files, and to those in functions made from text the place that makes them. */
export function withOriginals(places: readonly RowPlace[]): RowPlace[] {
  const texts = new Map(places.map(({ file }) => [file, readFileSync(file, 'utf8')]));
  return places.map((place) => ({
    ...place,
    original: isMadeFile(place.file)
      ? makerOf(place.file)
      : originalPlace(place.file, texts.get(place.file) ?? '', place.start),
  }));
}

function makerOf(file: string): Maker | null {
  return JSON.parse(readFileSync(join(dirname(file), makerFile), 'utf8')) as Maker | null;
}
