import { afterLineBreak } from '../../model/text/lines.js';
import { functionAt } from '../places/find-functions.js';
import { lineAt } from '../places/find-lines.js';
import { findRegions, type Region, regionAt } from '../places/find-regions.js';
import { bodyText } from '../syntax/function-body.js';
import type { Insertions } from '../syntax/insertions.js';
import { insertProlog } from '../syntax/prolog.js';
import type { Probe } from './probe-code.js';

/** A place that gets a dose of known cost at its beginning, inside the probe that times it. */
export interface DosePoint {
  readonly index: number;
  readonly kind: 'dose';
  readonly place: Probe['kind'];
  /** The `start` offset of the place. */
  readonly start: number;
}

/** Inserts calls of `dose` at the beginning of places. Must run before probes are inserted, which lie outside. */
export function insertDoses(insertions: Insertions, points: readonly DosePoint[], runtime: string): void {
  if (points.length === 0) return;
  const regions = points.some((point) => point.place === 'region') ? findRegions(insertions.source) : [];
  for (const point of points) insertDose(insertions, point, regions);
  const constants = points.map(({ index }) => `$hpDose${index} = ${runtime}[${index}].dose`);
  insertProlog(insertions, `const ${constants.join(', ')};`);
}

function insertDose(
  insertions: Insertions,
  { index, place, start }: DosePoint,
  regions: readonly Region[],
): void {
  const { source } = insertions;
  const call = `$hpDose${index}()`;
  if (place === 'function') {
    const { from, to, isExpression } = bodyText(source, functionAt(source, start));
    if (isExpression) insertions.around(from, to, ` (${call}, (`, '))');
    else insertions.around(from, to, `; ${call};`, '');
    return;
  }
  if (place === 'line') {
    const line = lineAt(source, start);
    insertions.around(line.start, line.end, `${call}; `, '');
    return;
  }
  const { bodyStart, bodyEnd } = regionAt(source, regions, start);
  insertions.around(afterLineBreak(source.text, bodyStart), bodyEnd, `${call}; `, '');
}
