import type { FunctionLines, LineProfile } from '../../model/profiles/line-profile.js';
import { percent } from '../../model/text/percent.js';
import { lineTable } from '../../report/tables/line-table.js';
import { wrap } from '../../report/text/wrap.js';
import type { ProfiledLines } from '../../sessions/lines/profile-lines.js';
import type { CommandContext } from '../context.js';
import { placeText } from './place-text.js';

/** Which functions are shown. */
export interface LineChoice {
  readonly filter?: RegExp;
  readonly limit: number;
}

/** Functions with a smaller share of the time have no table unless a filter matches them. */
const worthATable = 0.01;

/** The functions that are shown: those that the filter matches, or else those of the user's own code. */
export function chosenFunctions(
  { functions, total }: LineProfile,
  { filter, limit }: LineChoice,
  folder: string,
): { readonly shown: readonly FunctionLines[]; readonly more: number } {
  const wanted = functions.filter((one) =>
    filter
      ? filter.test(placeText(one, folder))
      : one.time >= worthATable * total && !/[\\/]node_modules[\\/]/.test(one.file),
  );
  return { shown: wanted.slice(0, limit), more: Math.max(0, wanted.length - limit) };
}

/** The tables of the chosen functions, longest first. */
export function lineTables(
  { profile, linesOf }: ProfiledLines,
  choice: LineChoice,
  per: string,
  { folder, output }: CommandContext,
): string {
  const { shown, more } = chosenFunctions(profile, choice, folder);
  const style = {
    width: output.width,
    place: (one: FunctionLines) => placeText(one, folder),
    text: linesOf,
    per,
  };
  const tables = shown.map((one) => `${lineTable(one, profile, style)}\n\n`);
  const none = choice.filter
    ? 'no function matches\n'
    : 'no function of your own code took 1% of the time; --filter shows other functions\n';
  const rest = more > 0 ? `${more} more functions; --limit shows more\n` : '';
  const notes = [...(profile.notes ?? []), ...blurredNote(profile), ...boundsNote(shown)].map(
    (note) => `${noteText(note, folder, output.width)}\n`,
  );
  return `${tables.join('')}${shown.length === 0 ? none : ''}${rest}${notes.join('')}`;
}

/** Time whose line is not known: the profiler gives no columns. */
function blurredNote({ blurred, total }: LineProfile): string[] {
  if (blurred < worthATable * total) return [];
  const share = percent(blurred / total);
  return [
    `${share} of the time is on compiled lines that come from several lines of the source; it is shown on the first of them. Compile without minifying to see more`,
  ];
}

/** What `≤` means, where a table has it. */
function boundsNote(shown: readonly FunctionLines[]): string[] {
  const has = shown.some(({ lines }) => lines.some(({ atMost }) => atMost));
  return has
    ? ['≤: exceptions, which could not all be followed, may have kept the line from being executed']
    : [];
}

function noteText(note: string, folder: string, width: number): string {
  return wrap(`note: ${note.replace(`${folder}/`, '')}`, width, '  ');
}
