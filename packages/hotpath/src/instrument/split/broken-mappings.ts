import type { SourceMapMappings, SourceMapSegment } from '@jridgewell/sourcemap-codec';
import type { GeneratedLines } from './generated-lines.js';

/** Where a line of the split text was before, from 0. */
export interface PlaceBefore {
  readonly line: number;
  readonly column: number;
}

/** The lines of the split text, each by the place of its first character before. */
export function placesBefore(
  count: number,
  breaks: readonly number[],
  lines: Pick<GeneratedLines, 'lineAt' | 'startOf'>,
): PlaceBefore[] {
  const places: PlaceBefore[] = [];
  let next = 0;
  for (let line = 0; line < count; line++) {
    places.push({ line, column: 0 });
    for (; next < breaks.length && lines.lineAt(breaks[next] as number) === line; next++)
      places.push({ line, column: (breaks[next] as number) - lines.startOf(line) });
  }
  return places;
}

/** The mappings of a text after line ends were inserted. Each new line begins with a segment, so that no lookup falls short. */
export function brokenMappings(
  mappings: SourceMapMappings,
  places: readonly PlaceBefore[],
  { segmentAt }: Pick<GeneratedLines, 'segmentAt'>,
): SourceMapMappings {
  const used = new Map<number, number>();
  return places.map(({ line, column }, index) => {
    const segments = mappings[line] ?? [];
    const following = places[index + 1];
    const end = following?.line === line ? following.column : Infinity;
    const own: SourceMapSegment[] = [];
    let at = used.get(line) ?? 0;
    for (; at < segments.length && (segments[at] as SourceMapSegment)[0] < end; at++)
      own.push(moved(segments[at] as SourceMapSegment, column));
    used.set(line, at);
    const carried = column > 0 && own[0]?.[0] !== 0 ? segmentAt(line, column) : null;
    return carried ? [moved(carried, carried[0]), ...own] : own;
  });
}

function moved(segment: SourceMapSegment, by: number): SourceMapSegment {
  const copy = [...segment] as SourceMapSegment;
  copy[0] -= by;
  return copy;
}
