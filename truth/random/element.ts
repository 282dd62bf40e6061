/** How a part of a generated path is called. */
export type Callee = 'function' | 'method' | 'closure' | 'callback' | 'generator' | 'async function';

/** Loops of at least this many turns take so many at a time: a processor predicts the end of a loop that turns 25 times, not 1,000. */
export const unrolled = 40;

/** One step of a generated path. A body runs its steps in order. */
export type Element =
  /** Work of a known length, in the row around it. */
  | { readonly kind: 'work'; readonly turns: number }
  | { readonly kind: 'row'; readonly name: string; readonly body: Body }
  /** A body that runs several times. */
  | { readonly kind: 'repeated'; readonly times: number; readonly body: Body }
  /** A branch that is taken every `every`-th time. */
  | { readonly kind: 'sometimes'; readonly every: number; readonly body: Body }
  | { readonly kind: 'call'; readonly callee: Callee; readonly body: Body }
  /** A body that ends with an exception every `every`-th time. It is caught just outside. */
  | { readonly kind: 'throwing'; readonly every: number; readonly row: string; readonly body: Body }
  /** Work that also makes small objects, which are kept for a short time. */
  | { readonly kind: 'allocation'; readonly objects: number; readonly turns: number }
  /** Time off the processor. */
  | { readonly kind: 'wait'; readonly ms: number };

export type Body = readonly Element[];

/**
 * The kind of a generated path. In each, what its elements cost beside their work is small against a hundredth of the whole.
 *
 * | family | whole | elements |
 * |---|---|---|
 * | chained | 0.3 to 4 µs | loops that are inlined, branches, synchronous calls |
 * | mixed | 30 to 150 µs | also generators, async functions, exceptions, objects |
 * | waiting | some ms | work, and waits off the processor |
 */
export type Family = 'chained' | 'mixed' | 'waiting';

export interface RandomPath {
  readonly name: string;
  readonly family: Family;
  /** Whether the specification vouches that its rows can be repeated. */
  readonly vouched: boolean;
  readonly body: Body;
}

/** The body inside an element, with how often it runs when the element runs once; null where there is none. */
export function innerBody(element: Element): { readonly body: Body; readonly runs: number } | null {
  if (!('body' in element)) return null;
  if (element.kind === 'repeated') return { body: element.body, runs: element.times };
  if (element.kind === 'sometimes') return { body: element.body, runs: 1 / element.every };
  return { body: element.body, runs: 1 };
}
