import type { RowPlace } from '../../model/path/row.js';
import { findEffect } from '../effects/find-effect.js';
import { noOtherFiles, type ProgramFiles } from '../effects/program-files.js';
import type { FunctionNode, ParsedSource } from '../syntax/parse.js';
import { findFunctions, functionAt } from './find-functions.js';
import { findLines } from './find-lines.js';
import { findRegions } from './find-regions.js';
import { suspends } from './find-suspensions.js';
import { effectText, repeatability } from './repeatable.js';

/**
 * The regions of a source as places for rows, in source order. `repeatable`: names of regions that may run several times
 * in a row, whatever the analysis of their text says. `files`: the program, in which calls are followed.
 */
export function regionPlaces(
  source: ParsedSource,
  repeatable: readonly string[] = [],
  files: ProgramFiles = noOtherFiles,
): RowPlace[] {
  return findRegions(source).map((region) => {
    const { impossible, unsafe, missed, steers } = repeatability(source, region, files);
    const isRepeatable = repeatable.includes(region.name);
    return {
      name: region.name,
      kind: 'region',
      file: source.file,
      line: source.lineAt(region.start),
      endLine: source.lineAt(region.bodyEnd),
      start: region.start,
      original: null,
      functionLine: source.lineAt(region.owner.start),
      suspends: suspends(region.owner),
      unrepeatable: impossible ?? (isRepeatable ? null : unsafe),
      unskippable: impossible ?? (isRepeatable ? null : missed),
      steers,
    };
  });
}

/** The named functions of a source as places for rows, in source order. */
export function functionPlaces(source: ParsedSource, files: ProgramFiles = noOtherFiles): RowPlace[] {
  return findFunctions(source).map(({ name, node }) => placeOf(source, name, node, files));
}

/** The function that starts at an offset, as a place for a row of any name. Throws a UserError if there is none. */
export function functionPlace(
  source: ParsedSource,
  { start, name }: Pick<RowPlace, 'start' | 'name'>,
  files: ProgramFiles = noOtherFiles,
): RowPlace {
  return placeOf(source, name, functionAt(source, start), files);
}

function placeOf(source: ParsedSource, name: string, node: FunctionNode, files: ProgramFiles): RowPlace {
  return {
    name,
    kind: 'function',
    file: source.file,
    line: source.lineAt(node.start),
    endLine: source.lineAt(node.end),
    start: node.start,
    original: null,
    functionLine: source.lineAt(node.start),
    suspends: suspends(node),
    unrepeatable: 'it is a whole function',
    unskippable: whyUnskippable(source, node, files),
    steers: 'it is a whole function',
  };
}

function whyUnskippable(source: ParsedSource, node: FunctionNode, files: ProgramFiles): string | null {
  if ('generator' in node && node.generator) return 'it is a generator';
  const effect = findEffect(source, [node], files);
  return effect ? effectText(effect, source) : null;
}

/** The lines of a function on which statements begin, as places for rows, in source order. */
export function linePlaces(source: ParsedSource, whole: RowPlace): RowPlace[] {
  const owner = functionAt(source, whole.start);
  return findLines(source, owner).map(({ start, end }) => ({
    ...whole,
    name: `line ${source.lineAt(start)}`,
    kind: 'line',
    line: source.lineAt(start),
    endLine: source.lineAt(end),
    start,
    unrepeatable: 'it is a line',
    unskippable: 'it is a line',
    steers: 'it is a line',
  }));
}
