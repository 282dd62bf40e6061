import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import { markChosen } from '../../choose/mark-chosen.js';
import type { Plan } from '../../model/measurement/plan.js';
import type { RowPlace } from '../../model/path/row.js';
import { isMadeFile } from '../../model/text/made-file.js';

/** A patch that marks chosen rows. */
export interface RegionPatch {
  /** A unified diff, as `git apply` takes it; empty where nothing can be marked. */
  readonly patch: string;
  /** Names of rows that no marks can stand around: of functions made from text, and without statements of their own. */
  readonly unmarked: readonly string[];
}

/** Marks the rows that hotpath chose for a plan. `folder`: paths in the patch are relative to it. Throws where a file cannot be read. */
export function regionPatch({ places, rows, chosen }: Plan, folder: string): RegionPatch {
  const from = places.length - (chosen?.undivided.length ?? 0);
  const ran = [...new Set(rows.map(({ place }) => place))].filter((place) => place >= from);
  const wanted = ran.map((place) => places[place] as RowPlace);
  const made = wanted.filter(({ file }) => isMadeFile(file));
  const files = [...new Set(wanted.map(({ file }) => file))].filter((file) => !isMadeFile(file));
  const patches = files.map((file) => {
    const text = readFileSync(file, 'utf8');
    const marked = markChosen(
      file,
      text,
      wanted.filter((place) => place.file === file),
    );
    return { patch: patchOf(relative(folder, file), text, marked.text), unmarked: marked.unmarked };
  });
  return {
    patch: patches.map(({ patch }) => patch).join(''),
    unmarked: [...made.map(({ name }) => name), ...patches.flatMap(({ unmarked }) => unmarked)],
  };
}

function patchOf(path: string, before: string, after: string): string {
  if (before === after) return '';
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, { context: 3 });
}
