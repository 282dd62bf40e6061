import type { ShownFunction } from './profile.js';

export const functionOrders = ['name', 'own', 'whole'] as const;
export type FunctionOrder = (typeof functionOrders)[number];

/** A function with its index. */
export interface Listed {
  readonly index: number;
  readonly shown: ShownFunction;
}

/** The marked functions, or all if `isMarked` is null, by weight (heaviest first) or by name. */
export function listFunctions(
  functions: readonly ShownFunction[],
  order: FunctionOrder,
  isMarked: Uint8Array | null,
): Listed[] {
  const listed = functions
    .map((shown, index) => ({ index, shown }))
    .filter(({ index }) => isMarked === null || isMarked[index] === 1);
  if (order === 'name')
    return listed.sort((a, b) =>
      a.shown.name < b.shown.name ? -1 : a.shown.name > b.shown.name ? 1 : a.index - b.index,
    );
  return listed.sort((a, b) => b.shown[order] - a.shown[order] || a.index - b.index);
}
