import MagicString from 'magic-string';
import { findRegions, regionAt } from '../places/find-regions.js';
import type { ParsedSource } from '../syntax/parse.js';

/** Code that replaces a region. */
export interface Replacement {
  readonly index: number;
  readonly kind: 'replace';
  /** Offset of the region's opening comment. */
  readonly start: number;
  /** Statements. */
  readonly code: string;
}

/** Replaces the code of regions. Throws a UserError if a region is missing because the file has changed. */
export function replaceRegions(source: ParsedSource, replacements: readonly Replacement[]): MagicString {
  const text = new MagicString(source.text, { filename: source.file });
  const regions = findRegions(source);
  for (const { start, code } of replacements) {
    const { bodyStart, bodyEnd } = regionAt(source, regions, start);
    text.overwrite(bodyStart, bodyEnd, `\n${code}\n`);
  }
  return text;
}
