import { none } from '../../calls/call-tree.js';
import type { Order } from '../../calls/lay-out.js';

/** `callees`: a tree of calls. `callers`: the inverted tree, which starts from each function and lists its callers. */
export type Direction = 'callees' | 'callers';

/** Everything that a user can change. Node numbers refer to the tree of `direction`. */
export interface FlameState {
  readonly direction: Direction;
  /** Whether the root is at the top. */
  readonly icicle: boolean;
  /** Calls with a share of the total below this are hidden, 0 to 1. */
  readonly minShare: number;
  readonly order: Order;
  /** History of zoomed nodes, oldest first. The last one fills the width. Never empty. */
  readonly zooms: readonly number[];
  /** The node selected by keyboard, tap or search; `none` if there is none. */
  readonly selected: number;
  /** The node under the mouse pointer; `none` if there is none. */
  readonly hovered: number;
  /** Text of the search field. */
  readonly query: string;
  /** Whether the query is a regular expression. */
  readonly isPattern: boolean;
  /** The function picked in the list, whose calls are marked instead of the matches of the query; `none` if there is none. */
  readonly picked: number;
  /** Categories that the user dimmed in the legend, by index. */
  readonly dimmed: ReadonlySet<number>;
}

export const firstState: FlameState = {
  direction: 'callees',
  icicle: false,
  minShare: 0,
  order: 'weight',
  zooms: [0],
  selected: none,
  hovered: none,
  query: '',
  isPattern: false,
  picked: none,
  dimmed: new Set(),
};

export function zoomOf({ zooms }: Pick<FlameState, 'zooms'>): number {
  return zooms.at(-1) ?? 0;
}
