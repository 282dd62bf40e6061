import { UserError } from '../../errors.js';
import type { Measurement } from '../../model/measurement/measurement.js';
import type { Plan } from '../../model/measurement/plan.js';
import { type RegionPatch, regionPatch } from '../../sessions/rows/region-patch.js';
import type { CommandContext } from '../context.js';
import { writeNamedFile } from './write-named-file.js';

/** Writes the patch that marks the chosen rows of measurements, and says which of them no marks can stand around. */
export function writeRegionPatch(
  name: string,
  measurements: readonly Measurement[],
  { output, folder }: CommandContext,
): void {
  const patches = measurements.map(({ plan }) => patchOf(plan, folder));
  const patch = patches.map((one) => one.patch).join('');
  if (name === '-') output.out(patch);
  else writeNamedFile(name, patch, folder);
  const unmarked = patches.flatMap((one) => one.unmarked);
  if (patch === '' && unmarked.length === 0)
    output.err('hotpath: no row was chosen, so there is none to mark; --rows auto chooses rows\n');
  if (unmarked.length > 0)
    output.err(
      `hotpath: no marks can stand around ${unmarked.join(', ')}: a function made from text, or one without a statement\n`,
    );
}

function patchOf(plan: Plan, folder: string): RegionPatch {
  try {
    return regionPatch(plan, folder);
  } catch (problem) {
    const { code, path } = problem as NodeJS.ErrnoException;
    if (code === undefined || path === undefined) throw problem;
    throw new UserError(
      `${path}: cannot be read, so it cannot be marked (${code})`,
      'Write the marks where the path was measured.',
    );
  }
}
