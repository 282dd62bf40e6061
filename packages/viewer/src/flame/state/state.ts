import { none } from '../../calls/call-tree.js';
import type { Order } from '../../calls/lay-out.js';

/** Calls below who called them, or callers below whom they called, each function's own weight first. */
export type Direction = 'callees' | 'callers';

/** All that a user can change. Nodes are those of the tree of the direction. */
export interface FlameState {
  readonly direction: Direction;
  /** The root on top. */
  readonly icicle: boolean;
  /** Calls with a smaller share of the whole are not shown. */
  readonly narrowest: number;
  readonly order: Order;
  /** What is as wide as the picture; before it what was, from the oldest. Never empty. */
  readonly zooms: readonly number[];
  readonly selected: number;
  readonly hovered: number;
  readonly words: string;
  /** Whether the words are a regular expression. */
  readonly isPattern: boolean;
  /** A function whose calls are marked instead of what the words find. */
  readonly picked: number;
  /** Categories that are paled. */
  readonly paled: ReadonlySet<number>;
}

export const firstState: FlameState = {
  direction: 'callees',
  icicle: false,
  narrowest: 0,
  order: 'weight',
  zooms: [0],
  selected: none,
  hovered: none,
  words: '',
  isPattern: false,
  picked: none,
  paled: new Set(),
};

export function zoomOf({ zooms }: Pick<FlameState, 'zooms'>): number {
  return zooms.at(-1) ?? 0;
}
