import type { Variant } from '../../model/measurement/variant.js';
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

/** The timed and the repeated places. */
export function rowVariants(rows: readonly Row[], tree: CallTree): Variant[] {
  const timed = [...new Set(rows.map((row) => row.place))];
  const repeated = rows.filter((row) => row.unrepeatable === null).map((row) => row.place);
  return [
    ...groupTimed(timed, tree).map((group) => timedVariant('span', group)),
    ...repeated.map((place) => placeVariant('repeat', place)),
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

function skipVariants(rows: readonly Row[], places: readonly RowPlace[]): Variant[] {
  const all = [...new Set(rows.map((row) => row.place))];
  return all
    .filter((place) => places[place]?.unskippable === null)
    .map((place) => placeVariant('skip', place));
}

function timedVariant(kind: 'span' | 'wait', places: readonly number[]): Variant {
  return { id: `${kind}-${places.join('-')}`, kind, places };
}

function placeVariant(kind: 'repeat' | 'skip', place: number): Variant {
  return { id: `${kind}-${place}`, kind, place };
}
