import { type CallTree, none, root } from '../../calls/call-tree.js';
import { countOf, percentText, weightText } from '../../theme/numbers.js';
import type { ShownProfile } from './profile.js';
import type { Direction } from './state.js';

/** The name of a weight, by unit. */
export const weightNames: Readonly<Record<ShownProfile['unit'], string>> = {
  nanoseconds: 'time',
  samples: 'samples',
  bytes: 'bytes',
};

/** The label of a box. */
export function nodeName(profile: ShownProfile, tree: CallTree, node: number, direction: Direction): string {
  const called = profile.functions[tree.called[node] as number];
  if (called) return called.name;
  if (node === root) return direction === 'callees' ? 'all' : `all own ${weightNames[profile.unit]}`;
  return `${countOf(tree.remainders.get(node) ?? 0, 'call')} left out`;
}

/** Name, place and weights of a box, as one line. */
export function nodeLine(profile: ShownProfile, tree: CallTree, node: number, direction: Direction): string {
  const place = profile.functions[tree.called[node] as number]?.place.full ?? '';
  const name = nodeName(profile, tree, node, direction);
  return `${name}${place && `, ${place}`}: ${nodeWeights(profile, tree, node, direction)}`;
}

/** The weights of a box, as text. */
export function nodeWeights(
  { unit, total }: ShownProfile,
  { totals, self }: CallTree,
  node: number,
  direction: Direction,
): string {
  const weight = totals[node] as number;
  const own = direction === 'callees' ? `, own ${weightText(self[node] as number, unit)}` : '';
  return `${weightText(weight, unit)}, ${percentText(total > 0 ? weight / total : 0)} of total${own}`;
}

/** The function whose own weight a node of the inverted tree is a part of. */
export function ownerOf({ parents, called }: CallTree, node: number): number {
  let at = node;
  while (at !== root && parents[at] !== root) at = parents[at] as number;
  return at === root ? none : (called[at] as number);
}
