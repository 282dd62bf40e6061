import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parentsFirst } from './tree-order.js';

const ordered = (...parentOf: number[]) => {
  const { order, parents } = parentsFirst(Int32Array.from(parentOf));
  return { order: [...order], parents: [...parents] };
};

describe('parentsFirst', () => {
  it('moves a parent that is listed last before its children and renumbers it for them', () => {
    expect(ordered(2, 2, -1)).toEqual({ order: [2, 0, 1], parents: [-1, 0, 0] });
  });

  it('orders breadth first and keeps the given order of roots and of siblings', () => {
    expect(ordered(-1, 0, 1, 0, -1, 4)).toEqual({ order: [0, 4, 1, 3, 5, 2], parents: [-1, -1, 0, 0, 1, 2] });
  });

  it('returns empty arrays for no nodes', () => {
    expect(ordered()).toEqual({ order: [], parents: [] });
  });

  it.each([
    ['a node that is its own parent', [-1, 1]],
    ['two nodes that are parents of each other', [1, 0]],
    ['a cycle next to a tree', [-1, 0, 3, 4, 2]],
  ])('throws a SyntaxError for %s', (_, parentOf) => {
    expect(() => ordered(...parentOf)).toThrow(new SyntaxError('its nodes form a cycle'));
  });

  it('keeps every node once, under the same parent, for any tree in any order', () => {
    const tree = fc
      .array(fc.nat(), { minLength: 1, maxLength: 50 })
      .chain((links) =>
        fc.tuple(fc.constant(links), fc.shuffledSubarray([...links.keys()], { minLength: links.length })),
      );
    fc.assert(
      fc.property(tree, ([links, places]) => {
        const given = new Int32Array(links.length);
        links.forEach((link, node) => {
          given[places[node] as number] = node === 0 ? -1 : (places[link % node] as number);
        });
        const { order, parents } = parentsFirst(given);
        expect([...order].sort((a, b) => a - b)).toEqual([...links.keys()]);
        order.forEach((node, place) => {
          const parent = parents[place] as number;
          expect(parent).toBeLessThan(place);
          expect(given[node]).toBe(parent === -1 ? -1 : order[parent]);
        });
      }),
    );
  });
});
