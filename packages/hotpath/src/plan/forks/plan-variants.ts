import { leftOut, skipPeriods, type Variant } from '../../model/measurement/variant.js';
import type { CallTree } from '../../model/path/call-tree.js';
import type { NamedOperation } from '../../model/path/operation.js';
import type { PlacedReplacement } from '../../model/path/replacement.js';
import type { Row, RowPlace } from '../../model/path/row.js';
import { waitsInTrace } from '../../model/path/waits-in-trace.js';
import { groupTimed } from './timed-groups.js';

/** What is measured in addition to the rows. */
export interface Experiments {
  readonly operations?: readonly NamedOperation[];
  /** Whether the path is also measured without each of its rows. */
  readonly skips?: boolean;
  /** Code that is tried in regions. */
  readonly replacements?: readonly PlacedReplacement[];
}

/** The timed places, the repeated ones, and those that are left out because they cannot be repeated. */
export function rowVariants(rows: readonly Row[], tree: CallTree, { skips }: Experiments): Variant[] {
  const timed = [...new Set(rows.map((row) => row.place))];
  const repeated = rows.filter((row) => row.unrepeatable === null).map((row) => row.place);
  return [
    ...groupTimed(timed, tree).map((group) => timedVariant('span', group)),
    ...repeated.map((place): Variant => ({ id: `repeat-${place}`, kind: 'repeat', place })),
    ...unrepeatedButSkippable(rows).map((place) => skipVariant(place, skips)),
  ];
}

/** The places whose off-CPU time is read. Spans of overlapping executions contain it already. */
export function waitVariants(rows: readonly Row[], tree: CallTree): Variant[] {
  if (!waitsInTrace(tree) || tree.concurrent) return [];
  const places = [...new Set(rows.map((row) => row.place))].filter(
    (place) => !tree.recursive.includes(place),
  );
  return groupTimed(places, tree).map((group) => timedVariant('wait', group));
}

/** Other operations, rows left out, and replaced code. */
export function experimentVariants(
  rows: readonly Row[],
  places: readonly RowPlace[],
  { operations = [], skips = false, replacements = [] }: Experiments,
): Variant[] {
  return [
    ...operations.map(operationVariant),
    ...(skips ? skipVariants(rows, places) : []),
    ...replacements.map((one, index): Variant => ({ id: `replace-${index}`, kind: 'replace', ...one })),
  ];
}

/** Another operation of the path's specification. */
export function operationVariant({ id }: Pick<NamedOperation, 'id'>): Variant {
  return { id: `operation-${id}`, kind: 'operation', operation: id };
}

function unrepeatedButSkippable(rows: readonly Row[]): number[] {
  return rows
    .filter(({ unrepeatable, unskippable }) => unrepeatable !== null && unskippable === null)
    .map(({ place }) => place);
}

/** The places that can be left out, without those that are in every replicate anyway. */
function skipVariants(rows: readonly Row[], places: readonly RowPlace[]): Variant[] {
  const always = unrepeatedButSkippable(rows);
  return [...new Set(rows.map((row) => row.place))]
    .filter((place) => places[place]?.unskippable === null && !always.includes(place))
    .map((place) => skipVariant(place, true));
}

/** `skips`: whether it is wanted for its own sake, not only as evidence of the row's time. */
function skipVariant(place: number, skips = false): Variant {
  const periods = skips ? skipPeriods : [leftOut];
  return { id: `skip-${place}`, kind: 'skip', place, periods, wanted: skips };
}

function timedVariant(kind: 'span' | 'wait', places: readonly number[]): Variant {
  return { id: `${kind}-${places.join('-')}`, kind, places };
}
