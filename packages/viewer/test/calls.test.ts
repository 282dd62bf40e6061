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

describe('the calls of a page', () => {
  it('are read with who called them and what they weigh, remainders too', () => {
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

  it('may be a hundred thousand deep', () => {
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

describe('the layout', () => {
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

  it('stands the heaviest call first and the remainder last', () => {
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

  it('stands calls by name when asked', () => {
    const { boxes } = placed('name', 0);
    expect(boxes.map(([name]) => name).join(' ')).toBe('all main a b c +2 main');
    expect(boxes[3]).toEqual(['b', 2, 0.65, 0.35]);
  });

  it('leaves light calls out and says how many', () => {
    const { boxes, hidden } = placed('weight', 0.06);
    expect(boxes.map(([name]) => name)).toEqual(['all', 'main', 'a', 'b', 'c']);
    expect(hidden).toBe(2);
  });

  it('holds the root alone where nothing weighs anything', () => {
    const none = readCalls({ depth: [1], called: [0], self: [0], remainders: [], root: 0 });
    expect([...layOut(none, 'weight', ranksOf(names), 0).rows]).toEqual([0, 1]);
  });
});

describe('the tree of callers', () => {
  it("begins with each function's own weight and shares it out by who called it", () => {
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

  it("has each function's whole own weight in one place, whoever called it", () => {
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

  it('counts a call below another of its matches once in the share and each time in the number', () => {
    expect(matchesIn(tree, marked('b', 'c'))).toEqual({ calls: 2, share: 0.75 });
    expect(matchesIn(tree, marked('main'))).toEqual({ calls: 2, share: 1 });
    expect(matchesIn(tree, marked('b', 'main'))).toEqual({ calls: 3, share: 1 });
    expect(matchesIn(tree, marked())).toEqual({ calls: 0, share: 0 });
  });

  it('reads words as they are, or as a regular expression, and says when they are none', () => {
    expect(matcherOf('a.c', false)?.('xA.Cx')).toBe(true);
    expect(matcherOf('a.c', false)?.('abc')).toBe(false);
    expect(matcherOf('^a.c$', true)?.('ABC')).toBe(true);
    expect(matcherOf('(', true)).toBeNull();
    expect(matcherOf('(', false)?.('f(')).toBe(true);
  });

  it('is stepped through from left to right, and zooms only where a match could not be seen', () => {
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
