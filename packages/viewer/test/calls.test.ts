import { describe, expect, it } from 'vitest';
import { type CallTree, pathOf } from '../src/calls/call-tree.js';
import { invert } from '../src/calls/invert.js';
import { layOut, ranksOf } from '../src/calls/lay-out.js';
import { readCalls } from '../src/calls/read-calls.js';
import { matcherOf, matchesIn } from '../src/calls/search.js';
import { foundIn, widestZoomFor } from '../src/flame/state/found.js';

const names = ['main', 'b', 'a', 'c'];

/** main calls b (30) and a (20), a calls c (40), and b calls main again (5); two calls below a, of 5, are left out. */
const tree = readCalls({
  depth: [1, 2, 3, 2, 3, 3],
  called: [0, 1, 0, 2, 3, -1],
  self: [0, 30, 5, 20, 40, 5],
  remainders: [2],
  root: 0,
});

function named({ called, remainders }: CallTree, node: number): string {
  if (node === 0) return 'all';
  return names[called[node] as number] ?? `+${remainders.get(node)}`;
}

/** Every node as its stack, with its weight. */
function stacks(one: CallTree): Record<string, number> {
  const all = [...one.parents.keys()].slice(1);
  return Object.fromEntries(
    all.map((node) => [
      pathOf(one, node)
        .map((at) => named(one, at))
        .join(' '),
      one.totals[node] as number,
    ]),
  );
}

describe('readCalls', () => {
  it('restores callers and total weights, including remainders', () => {
    expect(tree.totals[0]).toBe(100);
    expect(stacks(tree)).toEqual({
      main: 100,
      'main b': 35,
      'main b main': 5,
      'main a': 65,
      'main a c': 40,
      'main a +2': 5,
    });
  });

  it('reads, lays out and inverts a stack of 100,000 calls', () => {
    const deep = Array.from({ length: 100_000 }, (_, index) => index);
    const chain = readCalls({
      depth: deep.map((index) => index + 1),
      called: deep.map((index) => index % 4),
      self: deep.map((index) => (index === 99_999 ? 1 : 0)),
      remainders: [],
      root: 0,
    });
    expect(layOut(chain, 'weight', ranksOf(names), 0).rows).toHaveLength(100_002);
    expect(invert(chain).totals[100_000]).toBe(1);
  });
});

describe('layOut', () => {
  const placed = (order: 'weight' | 'name', narrowest: number) => {
    const { shown, from, width, depth, hidden } = layOut(tree, order, ranksOf(names), narrowest);
    const boxes = [...shown].map((node) => [
      named(tree, node),
      depth[node],
      Number((from[node] as number).toFixed(9)),
      width[node],
    ]);
    return { boxes, hidden };
  };

  it('puts the heaviest call first and the remainder last', () => {
    expect(placed('weight', 0)).toEqual({
      boxes: [
        ['all', 0, 0, 1],
        ['main', 1, 0, 1],
        ['a', 2, 0, 0.65],
        ['b', 2, 0.65, 0.35],
        ['c', 3, 0, 0.4],
        ['+2', 3, 0.4, 0.05],
        ['main', 3, 0.65, 0.05],
      ],
      hidden: 0,
    });
  });

  it('sorts calls by name on request', () => {
    const { boxes } = placed('name', 0);
    expect(boxes.map(([name]) => name).join(' ')).toBe('all main a b c +2 main');
    expect(boxes[3]).toEqual(['b', 2, 0.65, 0.35]);
  });

  it('omits calls below the threshold and counts them', () => {
    const { boxes, hidden } = placed('weight', 0.06);
    expect(boxes.map(([name]) => name)).toEqual(['all', 'main', 'a', 'b', 'c']);
    expect(hidden).toBe(2);
  });

  it('shows only the root of a profile of zero weight', () => {
    const none = readCalls({ depth: [1], called: [0], self: [0], remainders: [], root: 0 });
    expect([...layOut(none, 'weight', ranksOf(names), 0).rows]).toEqual([0, 1]);
  });
});

describe('invert', () => {
  it('starts from the own weight of each function and splits it among its callers', () => {
    const callers = invert(tree);
    expect(callers.totals[0]).toBe(100);
    expect(stacks(callers)).toEqual({
      b: 30,
      'b main': 30,
      main: 5,
      'main b': 5,
      'main b main': 5,
      a: 20,
      'a main': 20,
      c: 40,
      'c a': 40,
      'c a main': 40,
      '+2': 5,
      '+2 a': 5,
      '+2 a main': 5,
    });
  });

  it('sums the own weight of a function over all its callers', () => {
    const twice = readCalls({
      depth: [1, 2, 1, 2],
      called: [0, 1, 2, 1],
      self: [1, 2, 3, 4],
      remainders: [],
      root: 7,
    });
    expect(stacks(invert(twice))).toEqual({ main: 1, b: 6, 'b main': 2, 'b a': 4, a: 3 });
    expect([invert(twice).totals[0], invert(twice).self[0]]).toEqual([17, 7]);
  });
});

describe('a search', () => {
  const marked = (...found: string[]) => Uint8Array.from(names, (name) => (found.includes(name) ? 1 : 0));

  it('counts nested matches once in the share and each time in the number of calls', () => {
    expect(matchesIn(tree, marked('b', 'c'))).toEqual({ calls: 2, share: 0.75 });
    expect(matchesIn(tree, marked('main'))).toEqual({ calls: 2, share: 1 });
    expect(matchesIn(tree, marked('b', 'main'))).toEqual({ calls: 3, share: 1 });
    expect(matchesIn(tree, marked())).toEqual({ calls: 0, share: 0 });
  });

  it('matches text or a regular expression, and returns null for an invalid one', () => {
    expect(matcherOf('a.c', false)?.('xA.Cx')).toBe(true);
    expect(matcherOf('a.c', false)?.('abc')).toBe(false);
    expect(matcherOf('^a.c$', true)?.('ABC')).toBe(true);
    expect(matcherOf('(', true)).toBeNull();
    expect(matcherOf('(', false)?.('f(')).toBe(true);
  });

  it('is stepped through from left to right, and changes the zoom only if a match is out of view', () => {
    const layout = layOut(tree, 'weight', ranksOf(names), 0);
    const found = foundIn(tree, layout, marked('main', 'c'));
    expect(
      found.map((node) =>
        pathOf(tree, node)
          .map((at) => named(tree, at))
          .join(' '),
      ),
    ).toEqual(['main', 'main a c', 'main b main']);
    const again = found[2] as number;
    const a = tree.called.indexOf(2);
    expect(widestZoomFor(again, 0, tree, layout)).toBe(0);
    expect(widestZoomFor(again, a, tree, layout)).toBe(0);
  });
});
