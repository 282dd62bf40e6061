import type { Measurer } from '../measure/measurer.js';
import type { WarmUpGoal } from '../model/measurement/pilot.js';
import type { CallTree } from '../model/path/call-tree.js';
import type { HotPath } from '../model/path/path.js';
import type { RowPlace } from '../model/path/row.js';
import { waits } from '../model/report/waiting.js';
import { warmUpGoal } from '../plan/warm-up-goal.js';
import { findRows } from '../spec/find-rows.js';
import { findSources } from '../spec/find-sources.js';

/** Says which places of a path are to be rows. */
export type FindPlaces = (path: HotPath) => RowPlace[];

/** A path with its places, how they ran, and how long it takes to come to rest. */
export interface FoundPath {
  readonly path: HotPath;
  readonly places: readonly RowPlace[];
  readonly tree: CallTree;
  readonly warmUpGoal: WarmUpGoal;
}

/** Loads a specification, finds its rows, and runs it to see how they nest and when it is at rest. */
export async function findPath(
  specFile: string,
  measurer: Measurer,
  findPlaces: FindPlaces = findRows,
): Promise<FoundPath> {
  const path = await loadPath(specFile, measurer);
  const places = findPlaces(path);
  const tree = await measurer.trace(path, places);
  const pilot = await measurer.pilot(path, tree);
  return { path, places, tree, warmUpGoal: warmUpGoal(pilot, waits(tree)) };
}

async function loadPath(specFile: string, measurer: Measurer): Promise<HotPath> {
  const { sources, ...inspected } = await measurer.inspect(specFile);
  return { ...inspected, file: specFile, sources: findSources(specFile, sources, inspected.loaded) };
}
