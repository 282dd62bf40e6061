import stringWidth from 'string-width';
import type { Profile, ProfiledFunction } from '../../model/profiles/profile.js';
import { rowFile } from '../../profiles/tree/category.js';
import type { FlameBox, FlameLayout } from '../../profiles/tree/flame-layout.js';
import { percent } from '../text/units.js';
import { weightText } from '../text/weight-text.js';

const longestTitle = 300;

/** The name that a box bears. */
export function boxName(profile: Profile, node: number): string {
  const called = profile.functions[profile.functionOf[node] as number];
  return called ? called.name || '(anonymous)' : 'all';
}

/** What a box tells when it is pointed at. */
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

/** A text cut to some terminal cells; empty where not even three fit. */
export function fitted(text: string, cells: number): string {
  if (cells < 3) return '';
  // A character takes two cells at most, so a longer text need not be measured.
  if (text.length <= 2 * cells && stringWidth(text) <= cells) return text;
  let used = 1;
  let end = 0;
  for (const { segment, index } of new Intl.Segmenter().segment(text.slice(0, 4 * cells))) {
    used += stringWidth(segment);
    if (used > cells) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end)}…`;
}

function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
