import { type CallTree, none } from '../../calls/call-tree.js';
import { invert } from '../../calls/invert.js';
import { type FlameLayout, layOut } from '../../calls/lay-out.js';
import { type Matches, matcherOf, matchesIn } from '../../calls/search.js';
import { foundIn } from './found.js';
import type { ShownProfile } from './profile.js';
import type { Direction, FlameState } from './state.js';

/** What is marked, and how much it is. */
export interface Marks {
  /** 1 for marked functions. */
  readonly isMarked: Uint8Array;
  readonly functions: number;
  /** Of the calls below their callers, whatever the direction: stacks with a marked call. */
  readonly matches: Matches;
}

/** What follows from a state; each part is made when it is asked for, and again when its causes change. */
export interface Scene {
  treeOf(state: Pick<FlameState, 'direction'>): CallTree;
  layoutOf(state: Pick<FlameState, 'direction' | 'order' | 'narrowest'>): FlameLayout;
  /** Null where nothing is looked for; 'broken' where the words are no regular expression. */
  marksOf(state: Pick<FlameState, 'words' | 'isPattern' | 'picked'>): Marks | 'broken' | null;
  /** 1 for marked functions; null where nothing is looked for. */
  markedOf(state: Pick<FlameState, 'words' | 'isPattern' | 'picked'>): Uint8Array | null;
  /** The marked calls that are shown, in the order in which one steps through them. */
  foundOf(state: FlameState): readonly number[];
}

export function createScene(profile: ShownProfile): Scene {
  const treeOf = remembered((direction: Direction) =>
    direction === 'callees' ? profile.tree : invertedOf(profile.tree),
  );
  const invertedOf = remembered(invert);
  const layoutOf = remembered((direction: Direction, order: FlameState['order'], narrowest: number) =>
    layOut(treeOf(direction), order, profile.rankOfName, narrowest),
  );
  const marksOf = remembered((words: string, isPattern: boolean, picked: number) =>
    marks(profile, words, isPattern, picked),
  );
  const foundOf = remembered(
    (tree: CallTree, layout: FlameLayout, found: Marks | 'broken' | null): readonly number[] =>
      found === null || found === 'broken' ? [] : foundIn(tree, layout, found.isMarked),
  );
  const scene = {
    treeOf: ({ direction }: Pick<FlameState, 'direction'>) => treeOf(direction),
    layoutOf: ({ direction, order, narrowest }: Pick<FlameState, 'direction' | 'order' | 'narrowest'>) =>
      layoutOf(direction, order, narrowest),
    marksOf: ({ words, isPattern, picked }: Pick<FlameState, 'words' | 'isPattern' | 'picked'>) =>
      marksOf(words, isPattern, picked),
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
  words: string,
  isPattern: boolean,
  picked: number,
): Marks | 'broken' | null {
  const isMarked = new Uint8Array(functions.length);
  if (picked !== none) isMarked[picked] = 1;
  else if (words === '') return null;
  else {
    const matches = matcherOf(words, isPattern);
    if (!matches) return 'broken';
    functions.forEach(({ name, place }, index) => {
      if (matches(name) || matches(place.full)) isMarked[index] = 1;
    });
  }
  const count = isMarked.reduce((sum, one) => sum + one, 0);
  return { isMarked, functions: count, matches: matchesIn(tree, isMarked) };
}

/** The same function, which remembers its last answer. */
function remembered<Words extends readonly unknown[], Answer>(
  answer: (...words: Words) => Answer,
): (...words: Words) => Answer {
  let last: { readonly words: Words; readonly answer: Answer } | null = null;
  return (...words) => {
    if (last?.words.every((word, index) => word === words[index])) return last.answer;
    last = { words, answer: answer(...words) };
    return last.answer;
  };
}
