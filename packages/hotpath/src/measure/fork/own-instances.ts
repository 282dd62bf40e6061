import type { ForkJob } from '../job.js';
import type { Loads } from '../loader/loads.js';
import type { FileEdits } from '../variant-job.js';
import { PhaseError } from './load-variant.js';

/**
 * Checks that each variant ran its own instances of the files in which it changes something. Throws a PhaseError that names
 * the first file that a variant did not load: it ran code of another variant, or of none.
 */
export function checkOwnInstances(job: ForkJob, loads: Loads): void {
  for (const { id, edits } of job.variants) {
    const own = loads.get(id);
    const shared = neededFiles(job, edits, loads).find((file) => !own?.has(file));
    if (shared !== undefined)
      throw new PhaseError('instances', {
        message: `${shared} is not loaded anew for each copy of the path`,
        hint: null,
      });
  }
}

/**
 * Files that a variant cannot run without: when it is measured, those of its places, which have run before; else those that
 * are loaded outside of all variants.
 */
function neededFiles({ task }: ForkJob, edits: FileEdits, loads: Loads): string[] {
  const isMeasured = task === 'measure' || task === 'verify';
  const hasPlaces = (file: string): boolean =>
    edits[file]?.some(({ kind }) => kind !== 'suspensions') ?? false;
  const isNeeded = (file: string): boolean =>
    (isMeasured && hasPlaces(file)) || (loads.get(null)?.has(file) ?? false);
  return Object.keys(edits).filter(isNeeded);
}
