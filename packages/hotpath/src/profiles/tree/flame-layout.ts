import type { Profile } from '../../model/profiles/profile.js';
import { linksOf, totalsOf } from './walk.js';

/** A call as a flame graph draws it. */
export interface FlameBox {
  readonly node: number;
  /** Calls below it on the stack; 0 for the root. */
  readonly depth: number;
  /** Where it begins and how wide it is, as shares of the whole. */
  readonly from: number;
  readonly width: number;
  /** In the profile's unit. */
  readonly weight: number;
}

export interface FlameLayout {
  readonly boxes: readonly FlameBox[];
  readonly total: number;
  /** Of the deepest box. */
  readonly depth: number;
  /** Calls that are too narrow to be drawn, with all that they called. */
  readonly hidden: number;
}

/**
 * Lays calls out side by side above who called them, by name (Gregg, *The Flame Graph*, CACM 59(6), 2016). Calls
 * narrower than a share of the whole are left out, and all above them.
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

/** The entries of a list that grows meanwhile. */
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

/** The place of each function in the order of names; strings are compared once a function and not once a call. */
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
