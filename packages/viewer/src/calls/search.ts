import { type CallTree, none, root } from './call-tree.js';

/** Whether a text matches the query; null if the query is not a valid regular expression. */
export type Matcher = ((text: string) => boolean) | null;

/** Matches a substring or a regular expression, ignoring case. */
export function matcherOf(query: string, isPattern: boolean): Matcher {
  if (!isPattern) {
    const lower = query.toLowerCase();
    return (text) => text.toLowerCase().includes(lower);
  }
  try {
    const pattern = new RegExp(query, 'i');
    return (text) => pattern.test(text);
  } catch {
    return null;
  }
}

export interface Matches {
  /** Number of matching calls. */
  readonly calls: number;
  /** Their share of the total. A match below another match is not counted twice. */
  readonly share: number;
}

/** Sums the calls of marked functions; `isMarked` is 1 for each of these functions. */
export function matchesIn({ parents, called, totals }: CallTree, isMarked: Uint8Array): Matches {
  const isCovered = new Uint8Array(parents.length);
  let calls = 0;
  let weight = 0;
  for (let node = 1; node < parents.length; node++) {
    const isBelow = isCovered[parents[node] as number] === 1;
    const one = called[node] as number;
    const isMatch = one !== none && isMarked[one] === 1;
    if (isBelow || isMatch) isCovered[node] = 1;
    if (!isMatch) continue;
    calls++;
    if (!isBelow) weight += totals[node] as number;
  }
  const total = totals[root] as number;
  return { calls, share: total > 0 ? weight / total : 0 };
}
