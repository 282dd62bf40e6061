import { UserError } from '../../errors.js';
import type { Plan } from '../../model/measurement/plan.js';
import type { CallTree } from '../../model/path/call-tree.js';
import type { NamedOperation } from '../../model/path/operation.js';
import type { HotPath } from '../../model/path/path.js';
import { planTrials } from '../../plan/forks/plan-trials.js';
import { placeReplacements } from '../../spec/place-replacements.js';
import { wantedRows } from '../rows/wanted-rows.js';
import type { Session } from '../session.js';
import { findPath } from './find-path.js';
import type { Scope } from './scope.js';

/** Makes a path's plan for a number of replicates. */
export type PlanFor = (replicates: number) => Plan;

/** A path's call tree, and its plan. Throws a UserError when the path cannot be run or lacks what the scope needs. */
export async function preparePath(
  specFile: string,
  session: Session,
  { rows, floors = false, skips = false, replacements = [] }: Scope,
): Promise<{ tree: CallTree; planFor: PlanFor }> {
  const { measurer, policy, seed } = session;
  const found = await findPath(specFile, measurer, wantedRows(rows, session));
  const { path, places, tree } = found;
  const operations = floors ? floorsOf(path) : [];
  const proposed = skips ? placeReplacements(path, places, [...path.replacements, ...replacements]) : [];
  const experiments = { operations, skips, replacements: proposed };
  return {
    tree,
    planFor: (replicates) => planTrials(found, { ...policy, replicates }, seed, experiments),
  };
}

function floorsOf({ file, operations }: HotPath): readonly NamedOperation[] {
  const floors = operations.filter(({ kind }) => kind === 'floor');
  if (floors.length === 0)
    throw new UserError(
      `${file}: declares no floor`,
      'Add `floor: { NAME: (context) => … }`: the least that could be done instead of the path.',
    );
  return floors;
}
