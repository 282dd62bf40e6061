import type { Measurer } from '../../measure/measurer.js';
import type { HotPath } from '../../model/path/path.js';
import { waitsInTrace } from '../../model/path/waits-in-trace.js';
import { warmUpGoal } from '../../plan/effort/warm-up-goal.js';
import type { FoundPath } from '../../plan/forks/found-path.js';
import { type FoundRows, findRows } from '../../spec/find-rows.js';
import { findSources } from '../../spec/find-sources.js';

/** Decides which places of a path are rows. */
export type FindPlaces = (path: HotPath) => FoundRows;

/** Loads a specification, finds its places, and runs it to see how they nest and when it is at rest. */
export async function findPath(
  specFile: string,
  measurer: Measurer,
  findPlaces: FindPlaces = findRows,
): Promise<FoundPath> {
  const path = await loadPath(specFile, measurer);
  const { places, foldMarks } = findPlaces(path);
  const tree = await measurer.trace(path, places);
  const pilot = await measurer.pilot(path, tree);
  const { keepsAwake } = pilot;
  return { path, places, foldMarks, tree, warmUpGoal: warmUpGoal(pilot, waitsInTrace(tree)), keepsAwake };
}

async function loadPath(specFile: string, measurer: Measurer): Promise<HotPath> {
  const { sources, ...inspected } = await measurer.inspect(specFile);
  return { ...inspected, file: specFile, ...findSources(specFile, sources, inspected.loaded) };
}
