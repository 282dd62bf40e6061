import { type CallTree, none, root } from './call-tree.js';

/** Whether a text is what was looked for; null for words that are no regular expression. */
export type Matcher = ((text: string) => boolean) | null;

/** Plain text or a regular expression, both whatever the case of letters. */
export function matcherOf(words: string, isPattern: boolean): Matcher {
  if (!isPattern) {
    const lower = words.toLowerCase();
    return (text) => text.toLowerCase().includes(lower);
  }
  try {
    const pattern = new RegExp(words, 'i');
    return (text) => pattern.test(text);
  } catch {
    return null;
  }
}

export interface Matches {
  /** Calls of functions that were looked for. */
  readonly calls: number;
  /** Their share of the whole; a call below another is in there once. */
  readonly share: number;
}

/** What calls of marked functions weigh together. */
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
