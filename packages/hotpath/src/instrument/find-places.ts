import type { RowPlace } from '../model/row.js';
import { findFunctions } from './find-functions.js';
import { findRegions } from './find-regions.js';
import type { FunctionNode, ParsedSource } from './parse.js';

/** The regions of a source as places for rows, in the order of the text. */
export function regionPlaces(source: ParsedSource): RowPlace[] {
  return findRegions(source).map((region) => ({
    name: region.name,
    kind: 'region',
    file: source.file,
    line: source.lineAt(region.start),
    endLine: source.lineAt(region.bodyEnd),
    start: region.start,
    suspends: suspends(region.owner),
  }));
}

/** The named functions of a source as places for rows, in the order of the text. */
export function functionPlaces(source: ParsedSource): RowPlace[] {
  return findFunctions(source).map(({ name, node }) => ({
    name,
    kind: 'function',
    file: source.file,
    line: source.lineAt(node.start),
    endLine: source.lineAt(node.end),
    start: node.start,
    suspends: suspends(node),
  }));
}

function suspends(node: FunctionNode): boolean {
  return node.async || ('generator' in node && node.generator);
}
