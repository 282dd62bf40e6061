import type { Profile } from '../../model/profiles/profile.js';
import { type Category, categoryOf } from '../../profiles/tree/category.js';
import type { FlameBox, FlameLayout } from '../../profiles/tree/flame-layout.js';
import { categoryNames } from './category-colours.js';
import { categoryStyle, shadeOf } from './flame-svg-style.js';
import { boxName, boxTitle } from './flame-text.js';

/** How a flame graph colours and labels its boxes. */
export interface FlamePaint {
  /** Classes of a box, which `style` colours. */
  classesOf(box: FlameBox): string;
  titleOf(box: FlameBox, layout: FlameLayout): string;
  /** The meaning of the colours that occur: their classes and a name. */
  legend(layout: FlameLayout): readonly (readonly [classes: string, name: string])[];
  readonly style: string;
}

/** Colours boxes by whose code they are. */
export function categoryPaint(profile: Profile): FlamePaint {
  const categoryAt = (node: number): Category => {
    const called = profile.functions[profile.functionOf[node] as number];
    return called ? categoryOf(called) : 'v8';
  };
  return {
    classesOf: ({ node }) => `${categoryAt(node)} s${shadeOf(boxName(profile, node))}`,
    titleOf: (box, layout) => boxTitle(profile, box, layout),
    legend({ boxes }) {
      const present = new Set(boxes.flatMap(({ node }) => (node === 0 ? [] : [categoryAt(node)])));
      return (Object.keys(categoryNames) as Category[])
        .filter((category) => present.has(category))
        .map((category) => [`${category} s2`, categoryNames[category]]);
    },
    style: categoryStyle,
  };
}
