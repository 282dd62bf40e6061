import type MagicString from 'magic-string';
import { functionAt } from '../places/find-functions.js';
import { findRegions, type Region, regionAt } from '../places/find-regions.js';
import { afterArrow, bodyStart } from '../syntax/function-body.js';
import type { Node, ParsedSource } from '../syntax/parse.js';
import { afterLineBreak, insertProlog } from '../syntax/prolog.js';
import type { Probe } from './probe-code.js';

/** A place that gets a dose of known cost at its beginning, inside the probe that times it. */
export interface DosePoint {
  readonly index: number;
  readonly kind: 'dose';
  readonly place: Probe['kind'];
  /** The `start` offset of the place. */
  readonly start: number;
}

/** Inserts calls of `dose` at the beginning of places, after code that is already inserted there. */
export function insertDoses(
  text: MagicString,
  source: ParsedSource,
  points: readonly DosePoint[],
  runtime: string,
): void {
  if (points.length === 0) return;
  const regions = points.some((point) => point.place === 'region') ? findRegions(source) : [];
  for (const point of points) {
    const call = `$hpDose${point.index}()`;
    if (point.place === 'function') doseFunction(text, source, point.start, call);
    else text.appendLeft(insideOf(source, regions, point), `${call}; `);
  }
  const constants = points.map(({ index }) => `$hpDose${index} = ${runtime}[${index}].dose`);
  insertProlog(text, source, `const ${constants.join(', ')};`);
}

function insideOf(source: ParsedSource, regions: readonly Region[], { place, start }: DosePoint): number {
  return place === 'line' ? start : afterLineBreak(source.text, regionAt(source, regions, start).bodyStart);
}

function doseFunction(text: MagicString, source: ParsedSource, start: number, call: string): void {
  const owner = functionAt(source, start);
  const body = owner.body as Node;
  if (body.type === 'BlockStatement') {
    text.appendLeft(bodyStart(source.text, body), `; ${call};`);
    return;
  }
  text.appendLeft(afterArrow(source.text, owner, body), ` (${call}, (`);
  text.prependRight(owner.end, '))');
}
