import { type CallTree, none } from '../../calls/call-tree.js';
import { invert } from '../../calls/invert.js';
import { type FlameLayout, layOut } from '../../calls/lay-out.js';
import { type Matches, matcherOf, matchesIn } from '../../calls/search.js';
import { foundIn } from './found.js';
import type { ShownProfile } from './profile.js';
import type { Direction, FlameState } from './state.js';

/** The marked functions and the weight of their calls. */
export interface Marks {
  /** 1 for marked functions. */
  readonly isMarked: Uint8Array;
  readonly functions: number;
  /** Counted in the tree of callees in both directions: stacks that contain a marked call. */
  readonly matches: Matches;
}

/** Data derived from the state. Each part is computed on demand, and again when its inputs change. */
export interface Scene {
  treeOf(state: Pick<FlameState, 'direction'>): CallTree;
  layoutOf(state: Pick<FlameState, 'direction' | 'order' | 'minShare'>): FlameLayout;
  /** Null while no search is active; 'broken' if the query is not a valid regular expression. */
  marksOf(state: Pick<FlameState, 'query' | 'isPattern' | 'picked'>): Marks | 'broken' | null;
  /** 1 for marked functions; null while no search is active. */
  markedOf(state: Pick<FlameState, 'query' | 'isPattern' | 'picked'>): Uint8Array | null;
  /** The shown calls of marked functions, in the order of stepping through them. */
  foundOf(state: FlameState): readonly number[];
}

export function createScene(profile: ShownProfile): Scene {
  const treeOf = remembered((direction: Direction) =>
    direction === 'callees' ? profile.tree : invertedOf(profile.tree),
  );
  const invertedOf = remembered(invert);
  const layoutOf = remembered((direction: Direction, order: FlameState['order'], minShare: number) =>
    layOut(treeOf(direction), order, profile.rankOfName, minShare),
  );
  const marksOf = remembered((query: string, isPattern: boolean, picked: number) =>
    marks(profile, query, isPattern, picked),
  );
  const foundOf = remembered(
    (tree: CallTree, layout: FlameLayout, found: Marks | 'broken' | null): readonly number[] =>
      found === null || found === 'broken' ? [] : foundIn(tree, layout, found.isMarked),
  );
  const scene = {
    treeOf: ({ direction }: Pick<FlameState, 'direction'>) => treeOf(direction),
    layoutOf: ({ direction, order, minShare }: Pick<FlameState, 'direction' | 'order' | 'minShare'>) =>
      layoutOf(direction, order, minShare),
    marksOf: ({ query, isPattern, picked }: Pick<FlameState, 'query' | 'isPattern' | 'picked'>) =>
      marksOf(query, isPattern, picked),
  } satisfies Partial<Scene>;
  return {
    ...scene,
    markedOf(state) {
      const found = scene.marksOf(state);
      return found === null || found === 'broken' ? null : found.isMarked;
    },
    foundOf: (state) => foundOf(scene.treeOf(state), scene.layoutOf(state), scene.marksOf(state)),
  };
}

function marks(
  { functions, tree }: ShownProfile,
  query: string,
  isPattern: boolean,
  picked: number,
): Marks | 'broken' | null {
  const isMarked = new Uint8Array(functions.length);
  if (picked !== none) isMarked[picked] = 1;
  else if (query === '') return null;
  else {
    const matches = matcherOf(query, isPattern);
    if (!matches) return 'broken';
    functions.forEach(({ name, place }, index) => {
      if (matches(name) || matches(place.full)) isMarked[index] = 1;
    });
  }
  const count = isMarked.reduce((sum, one) => sum + one, 0);
  return { isMarked, functions: count, matches: matchesIn(tree, isMarked) };
}

/** Memoises the last call of a function. */
function remembered<Args extends readonly unknown[], Answer>(
  answer: (...args: Args) => Answer,
): (...args: Args) => Answer {
  let last: { readonly args: Args; readonly answer: Answer } | null = null;
  return (...args) => {
    if (last?.args.every((arg, index) => arg === args[index])) return last.answer;
    last = { args, answer: answer(...args) };
    return last.answer;
  };
}
