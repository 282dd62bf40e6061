import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What was done with the text of a file. */
export interface SplitNote {
  readonly file: string;
  /** Why it ran as it was; null if it was split. */
  readonly left: string | null;
}

/** File in the folder of a recording with the notes, as JSON, one per line. */
const notesFile = 'split.jsonl';

export function noteSplit(folder: string, note: SplitNote): void {
  // The recording may be over when a process goes on that it started.
  if (existsSync(folder)) appendFileSync(join(folder, notesFile), `${JSON.stringify(note)}\n`);
}

/** The notes of a recording, each once. */
export function splitNotesOf(folder: string): readonly SplitNote[] {
  const file = join(folder, notesFile);
  if (!existsSync(file)) return [];
  const lines = new Set(readFileSync(file, 'utf8').trim().split('\n'));
  return [...lines].map((line) => JSON.parse(line) as SplitNote);
}
