import type { CallTree } from '../../model/path/call-tree.js';
import type { Row, RowPlace } from '../../model/path/row.js';
import { waitsInTrace } from '../../model/path/waits-in-trace.js';

/** Rows of a call tree, parents before children, in the order of their first execution. */
export function planRows(places: readonly RowPlace[], tree: CallTree): Row[] {
  const rows: Row[] = [];
  const ids = new Map<number, string>();
  const taken = new Set<string>();
  const visit = (parent: number): void => {
    for (const [node, { place, count, parent: above }] of tree.nodes.entries()) {
      if (node === 0 || above !== parent || count === 0) continue;
      const parentId = ids.get(parent) ?? null;
      const id = freeId(parentId, places[place] as RowPlace, taken);
      taken.add(id);
      ids.set(node, id);
      const { name } = places[place] as RowPlace;
      rows.push({
        id,
        name,
        parent: parentId,
        place,
        node,
        unrepeatable: (places[place] as RowPlace).unrepeatable ?? whyUnchangeable(place, tree),
        unskippable: whyNotLeftOut(place, places[place] as RowPlace, tree),
      });
      visit(node);
    }
  };
  visit(0);
  return rows;
}

/** Why the whole would not show what a change of the place does to this row. */
function whyUnchangeable(place: number, tree: CallTree): string | null {
  if (waitsInTrace(tree)) return 'the path waits, and its waits differ by more than a row';
  if (tree.recursive.includes(place)) return 'it runs inside itself';
  const nodes = tree.nodes.filter((node) => node.place === place && node.count > 0);
  return nodes.length > 1 ? 'it runs below several rows' : null;
}

function whyNotLeftOut(place: number, { unskippable, steers }: RowPlace, tree: CallTree): string | null {
  if (unskippable !== null || steers !== null) return unskippable ?? steers;
  if (tree.concurrent) return 'executions of rows overlap';
  if (tree.thrown.includes(place)) return 'an exception leaves it';
  return whyUnchangeable(place, tree);
}

/** Places of one name below one parent are distinguished by their line, then by their file. */
function freeId(parent: string | null, place: RowPlace, taken: ReadonlySet<string>): string {
  const prefix = parent === null ? '' : `${parent}/`;
  const file = place.file.split('/').at(-1);
  const choices = [place.name, `${place.name} (line ${place.line})`, `${place.name} (${file}:${place.line})`];
  const id = choices.map((choice) => prefix + choice).find((choice) => !taken.has(choice));
  return id ?? `${prefix}${place.name} (${place.file}:${place.line})`;
}

/** Indexes of places that no traced operation ran. */
export function idlePlaces(places: readonly RowPlace[], tree: CallTree): number[] {
  const met = new Set(tree.nodes.filter(({ count }) => count > 0).map(({ place }) => place));
  return [...places.keys()].filter((place) => !met.has(place));
}
