import type { Edit } from '../instrument/edits/compile.js';
import type { HotPath } from '../model/path/path.js';
import type { RowPlace } from '../model/path/row.js';
import type { FileEdits } from './variant-job.js';

/** Edits that put a probe at each of some places; `guarded` says which places an exception may leave. */
export function withProbes(
  indexes: readonly number[],
  places: readonly RowPlace[],
  guarded: (place: number) => boolean,
): FileEdits {
  const edits: Record<string, Edit[]> = {};
  for (const index of [...indexes].sort((a, b) => a - b)) {
    const { file, kind, start } = places[index] as RowPlace;
    add(edits, file, { index, kind, start, guarded: guarded(index) });
  }
  return edits;
}

/** The same edits, and reports of suspensions to the listener at an index, in every file that has or may have rows. */
export function withTurns(
  before: FileEdits,
  index: number,
  { sources }: HotPath,
  places: readonly RowPlace[],
): FileEdits {
  const edits = copied(before);
  for (const file of new Set([...sources, ...places.map((place) => place.file)]))
    add(edits, file, { index, kind: 'suspensions' });
  return edits;
}

/** The same edits, and a dose point at each of some places. */
export function withDoses(
  before: FileEdits,
  indexes: readonly number[],
  places: readonly RowPlace[],
): FileEdits {
  const edits = copied(before);
  for (const index of indexes) {
    const { file, kind, start } = places[index] as RowPlace;
    add(edits, file, { index, kind: 'dose', place: kind, start });
  }
  return edits;
}

function copied(edits: FileEdits): Record<string, Edit[]> {
  return Object.fromEntries(Object.entries(edits).map(([file, own]) => [file, [...own]]));
}

function add(edits: Record<string, Edit[]>, file: string, edit: Edit): void {
  edits[file] = [...(edits[file] ?? []), edit];
}
