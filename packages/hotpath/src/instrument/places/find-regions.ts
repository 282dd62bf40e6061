import type { ParsedSource } from '../syntax/parse.js';
import { gone } from './gone.js';
import { pairOtherMarks } from './other-marks.js';
import { isRegion, placePair, type Region } from './place-pair.js';
import { type OnlyFold, pairMarks } from './region-marks.js';

export type { Region };

/** The marks of a source that can be rows, and those that only fold text in an editor, both in source order. */
export interface ReadRegions {
  readonly regions: readonly Region[];
  readonly onlyFolds: readonly OnlyFold[];
}

/**
 * A pair of marks around declarations, members, properties, elements or cases is a fold and nothing else. Any other pair is meant as a region;
 * those that are unclosed, cross another one, span blocks, lie inside an expression or have the name of their sibling are listed with the reason.
 */
export function readRegions(source: ParsedSource): ReadRegions {
  const { pairs, onlyFolds } = pairMarks(source);
  const placed = pairs.map((pair) => placePair(source, pair)).filter((one) => one !== null);
  const all = placed.filter(isRegion).sort((a, b) => a.start - b.start);
  const doubles = doubled(source, all);
  return {
    regions: all.filter(({ start }) => !doubles.some((one) => one.start === start)),
    onlyFolds: [
      ...onlyFolds,
      ...placed.filter((one): one is OnlyFold => !isRegion(one)),
      ...doubles,
      ...otherStyles(source),
    ].sort((a, b) => a.start - b.start),
  };
}

/** All regions that can be rows, in source order. */
export function findRegions(source: ParsedSource): readonly Region[] {
  return readRegions(source).regions;
}

/** The region whose opening comment starts at an offset. Throws a UserError if there is none because the file has changed. */
export function regionAt(source: ParsedSource, regions: readonly Region[], start: number): Region {
  return regions.find((region) => region.start === start) ?? gone(source, start, 'region');
}

/** The regions that have the name of an earlier sibling. */
function doubled(source: ParsedSource, regions: readonly Region[]): OnlyFold[] {
  const seen = new Map<string, Region>();
  return regions.flatMap((region) => {
    const parent = regions.findLast((other) => other.start < region.start && other.bodyEnd > region.bodyEnd);
    const key = `${region.owner.start}:${parent?.start ?? -1}:${region.name}`;
    const first = seen.get(key);
    if (!first) {
      seen.set(key, region);
      return [];
    }
    const why = `region "${region.name}" has the same name as its sibling at line ${source.lineAt(first.start)}`;
    return [{ start: region.start, why, hint: 'Give the two regions different names.', isRegionMark: true }];
  });
}

/** Pairs of marks in another style that would be regions. */
function otherStyles(source: ParsedSource): OnlyFold[] {
  return pairOtherMarks(source).flatMap((pair) => {
    const placed = placePair(source, pair);
    if (placed === null || !isRegion(placed)) return [];
    const written = source.text.slice(pair.open.start, pair.open.end);
    return [
      {
        start: placed.start,
        why: `\`${written}\` is no mark of a row`,
        hint: `Write \`// #region ${pair.name}\`.`,
        isRegionMark: false,
      },
    ];
  });
}
