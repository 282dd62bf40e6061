import type { Measurer } from '../../measure/measurer.js';
import type { CallTree } from '../../model/path/call-tree.js';
import type { HotPath } from '../../model/path/path.js';
import type { RowPlace } from '../../model/path/row.js';
import type { UnclearName } from '../../spec/find-rows.js';
import { severalFunctions } from '../../spec/named-functions.js';
import { withOriginals } from '../../spec/original-places.js';

/**
 * Runs a path to see which of the functions of the same name it calls. Throws a UserError where none of them runs, or several do.
 */
export async function clearNames(
  path: HotPath,
  unclear: readonly UnclearName[],
  measurer: Measurer,
): Promise<readonly RowPlace[]> {
  if (unclear.length === 0) return [];
  const places = unclear.flatMap((name) => name.places);
  const ran = placesThatRan(places, await measurer.trace(path, places));
  return withOriginals(unclear.map((name) => onlyOne(path, name, ran)));
}

function onlyOne(path: HotPath, { wanted, places }: UnclearName, ran: ReadonlySet<RowPlace>): RowPlace {
  const [only, ...others] = places.filter((place) => ran.has(place));
  if (!only) throw severalFunctions(path, wanted, places, ', of which none ran');
  if (others.length > 0) throw severalFunctions(path, wanted, [only, ...others], ' that ran');
  return only;
}

function placesThatRan(places: readonly RowPlace[], { nodes }: CallTree): Set<RowPlace> {
  return new Set(nodes.flatMap(({ place, count }) => (count > 0 ? (places[place] ?? []) : [])));
}
