import { appendFileSync, readFileSync } from 'node:fs';

/** A variant's id; null for what is loaded outside of all variants, such as by `import()` in a text that is evaluated. */
type Owner = string | null;

/** Notes that a file with edits is loaded. Notes are in a file because hooks may run in another thread. */
export function noteLoad(jobFile: string, variant: Owner, file: string): void {
  appendFileSync(notesOf(jobFile), `${JSON.stringify([variant, file])}\n`);
}

export type Loads = ReadonlyMap<Owner, ReadonlySet<string>>;

/** The files with edits that each variant of a job has loaded so far. */
export function readLoads(jobFile: string): Loads {
  const loads = new Map<Owner, Set<string>>();
  for (const line of notes(jobFile)) {
    const [variant, file] = JSON.parse(line) as [Owner, string];
    loads.set(variant, (loads.get(variant) ?? new Set()).add(file));
  }
  return loads;
}

function notes(jobFile: string): string[] {
  try {
    return readFileSync(notesOf(jobFile), 'utf8').split('\n').filter(Boolean);
  } catch {
    // No file with edits was loaded.
    return [];
  }
}

function notesOf(jobFile: string): string {
  return `${jobFile}.loads`;
}
