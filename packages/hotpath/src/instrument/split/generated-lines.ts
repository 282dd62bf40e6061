import type { SourceMapMappings, SourceMapSegment } from '@jridgewell/sourcemap-codec';
import { lineStarts } from '../../model/text/lines.js';

/** A text with its mappings. Lines and columns count from 0. */
export interface GeneratedLines {
  /** The line of an offset. */
  lineAt(offset: number): number;
  /** The offset at which a line starts. */
  startOf(line: number): number;
  /** The last segment of a line at or before a column; null where there is none. */
  segmentAt(line: number, column: number): SourceMapSegment | null;
}

export function generatedLines(text: string, mappings: SourceMapMappings): GeneratedLines {
  const starts = lineStarts(text);
  return {
    lineAt: (offset) => lastAtMost(starts, offset, (start) => start),
    startOf: (line) => starts[line] as number,
    segmentAt(line, column) {
      const segments = mappings[line] ?? [];
      return segments[lastAtMost(segments, column, ([at]) => at)] ?? null;
    },
  };
}

/** The index of the last of ascending values that is not above a limit; -1 if there is none. */
function lastAtMost<T>(values: readonly T[], limit: number, of: (value: T) => number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (of(values[middle] as T) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The original line of a segment as one value; null where it has none. */
export function originalLine(segment: SourceMapSegment | null): string | null {
  return segment && segment.length > 1 ? `${segment[1]}:${segment[2]}` : null;
}

/** Whether a line of a text comes from several original lines. */
export function hasMixedLine(mappings: SourceMapMappings): boolean {
  return mappings.some((segments) => {
    const [first, ...others] = segments.filter((segment) => segment.length > 1);
    return others.some((segment) => segment[1] !== first?.[1] || segment[2] !== first?.[2]);
  });
}
