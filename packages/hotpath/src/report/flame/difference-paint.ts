import type { Difference } from '../../profiles/tree/difference.js';
import type { FlameBox, FlameLayout } from '../../profiles/tree/flame-layout.js';
import { totalsOf } from '../../profiles/tree/walk.js';
import { signedWeight, weightText } from '../text/weight-text.js';
import type { FlamePaint } from './flame-paint.js';
import { boxTitle } from './flame-text.js';

/** Shades for growth, and as many for shrinkage. */
const shades = 4;

/**
 * Colours boxes by the change of a call's own weight, red for growth and blue for shrinkage, like differential flame graphs
 * (https://www.brendangregg.com/blog/2014-11-09/differential-flame-graphs.html).
 */
export function differencePaint({ before, after }: Difference): FlamePaint {
  const change = after.self.map((weight, node) => weight - (before.self[node] as number));
  const largest = change.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  const totals = { before: totalsOf(before), after: totalsOf(after) };
  const shadeAt = (node: number): number =>
    largest > 0 ? Math.round((shades * (change[node] as number)) / largest) : 0;
  return {
    classesOf({ node }: FlameBox) {
      const shade = shadeAt(node);
      return shade === 0 ? 'same' : `${shade > 0 ? 'more' : 'less'} d${Math.abs(shade)}`;
    },
    titleOf(box: FlameBox, layout: FlameLayout) {
      const [old, now] = [totals.before[box.node] as number, totals.after[box.node] as number];
      const { unit } = after;
      const own = `of itself ${signedWeight(change[box.node] as number, unit)}`;
      return `${boxTitle(after, box, layout)}\nbefore ${weightText(old, unit)}, ${signedWeight(now - old, unit)}, ${own}`;
    },
    legend: () => [
      ['more d3', 'more of itself'],
      ['less d3', 'less of itself'],
      ['same', 'about the same'],
    ],
    style: differenceStyle(),
  };
}

function differenceStyle(): string {
  const rules = Array.from({ length: shades }, (_, index) => {
    const lightness = 90 - 7.5 * (index + 1);
    return `.more.d${index + 1} rect{fill:hsl(6 85% ${lightness}%)}.less.d${index + 1} rect{fill:hsl(214 85% ${lightness}%)}`;
  });
  return ['.same rect{fill:#e6e4e0}', ...rules].join('\n');
}
