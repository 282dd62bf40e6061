import type { Profile } from '../../model/profiles/profile.js';
import { linksOf, totalsOf } from './walk.js';

/** A box of a flame graph. */
export interface FlameBox {
  readonly node: number;
  /** Distance from the root; 0 for the root. */
  readonly depth: number;
  /** Left edge and width, as shares of the total. */
  readonly from: number;
  readonly width: number;
  /** In the profile's unit. */
  readonly weight: number;
}

export interface FlameLayout {
  readonly boxes: readonly FlameBox[];
  readonly total: number;
  /** Depth of the deepest box. */
  readonly depth: number;
  /** Number of calls that are not drawn because they are too narrow, including all calls below them. */
  readonly hidden: number;
}

/**
 * Places calls side by side above their caller, sorted by name (Gregg, *The Flame Graph*, CACM 59(6), 2016). Calls whose
 * share of the total is below `narrowest` are left out, with all calls above them.
 */
export function layOutFlame(profile: Profile, narrowest: number): FlameLayout {
  const totals = totalsOf(profile);
  const total = totals[0] as number;
  const childrenOf = childrenByName(profile);
  const boxes: FlameBox[] = [{ node: 0, depth: 0, from: 0, width: total > 0 ? 1 : 0, weight: total }];
  let deepest = 0;
  let shown = 1;
  for (const [index, box] of growing(boxes)) {
    let from = box.from;
    for (const node of childrenOf(box.node)) {
      const weight = totals[node] as number;
      const width = total > 0 ? weight / total : 0;
      if (width > 0 && width >= narrowest) {
        boxes.push({ node, depth: box.depth + 1, from, width, weight });
        shown++;
      }
      from += width;
    }
    deepest = Math.max(deepest, (boxes[index] as FlameBox).depth);
  }
  return { boxes, total, depth: deepest, hidden: profile.parents.length - shown };
}

/** The entries of a list that grows during the iteration. */
function* growing<Item>(list: readonly Item[]): Generator<readonly [number, Item]> {
  for (let index = 0; index < list.length; index++) yield [index, list[index] as Item];
}

function childrenByName(profile: Profile): (node: number) => number[] {
  const { firstChild, nextSibling } = linksOf(profile);
  const rank = ranksByName(profile);
  const rankOf = (node: number): number => rank[profile.functionOf[node] as number] as number;
  return (node) => {
    const children: number[] = [];
    for (let child = firstChild[node] as number; child !== -1; child = nextSibling[child] as number)
      children.push(child);
    return children.sort((a, b) => rankOf(a) - rankOf(b) || a - b);
  };
}

/** The alphabetical rank of each function, so that names are compared once per function instead of once per call. */
function ranksByName({ functions }: Profile): Int32Array {
  const order = [...functions.keys()].sort(
    (a, b) => compare(functions[a]?.name, functions[b]?.name) || a - b,
  );
  const ranks = new Int32Array(functions.length);
  order.forEach((one, place) => {
    ranks[one] = place;
  });
  return ranks;
}

function compare(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
