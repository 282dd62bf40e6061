import type { Profile, ProfiledFunction } from '../../model/profiles/profile.js';
import { percent } from '../../model/text/percent.js';
import { rowFile } from '../../profiles/tree/category.js';
import type { FlameBox, FlameLayout } from '../../profiles/tree/flame-layout.js';
import { weightText } from '../text/weight-text.js';

const longestTitle = 300;

/** The name on a box. */
export function boxName(profile: Profile, node: number): string {
  const called = profile.functions[profile.functionOf[node] as number];
  return called ? called.name || '(anonymous)' : 'all';
}

/** A box's tooltip. */
export function boxTitle(profile: Profile, { node, weight }: FlameBox, { total }: FlameLayout): string {
  const called = profile.functions[profile.functionOf[node] as number];
  const place = called ? placeText(called) : '';
  const name = shortened(`${boxName(profile, node)}${place}`, longestTitle);
  return `${name}\n${weightText(weight, profile.unit)}, ${percent(total > 0 ? weight / total : 0)}`;
}

function placeText({ file, line }: ProfiledFunction): string {
  if (file === '') return '';
  if (file === rowFile) return ', a row of the ledger';
  return ` (${file}${line > 0 ? `:${line}` : ''})`;
}

function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
