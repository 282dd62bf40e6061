import type { Measurer } from '../../measure/measurer.js';
import type { CallTree } from '../../model/path/call-tree.js';
import type { HotPath } from '../../model/path/path.js';
import { waitsInTrace } from '../../model/path/waits-in-trace.js';
import { warmUpGoal } from '../../plan/effort/warm-up-goal.js';
import type { FoundPath } from '../../plan/forks/found-path.js';
import { findRows } from '../../spec/find-rows.js';
import { findSources } from '../../spec/find-sources.js';
import { clearNames } from '../rows/clear-names.js';
import type { WantedRows } from '../rows/find-places.js';

/** Loads a specification, finds its places, and runs it to see how they nest and when it is at rest. */
export async function findPath(
  specFile: string,
  measurer: Measurer,
  { findPlaces = findRows, choosePlaces, alwaysChoose = false }: WantedRows = {},
): Promise<FoundPath> {
  const path = await loadPath(specFile, measurer);
  const { places: clear, foldMarks, unclear = [] } = findPlaces(path);
  const places = [...clear, ...(await clearNames(path, unclear, measurer))];
  const tree = await measurer.trace(path, places);
  const pilot = await measurer.pilot(path, tree);
  const { keepsAwake } = pilot;
  const goal = warmUpGoal(pilot, waitsInTrace(tree));
  const found = { path, places, foldMarks, tree, warmUpGoal: goal, keepsAwake };
  if (!choosePlaces || (hasRows(tree) && !alwaysChoose)) return found;
  const { places: own, chosen } = await choosePlaces(found);
  const all = [...places, ...own];
  return { ...found, places: all, chosen, tree: await measurer.trace(path, all) };
}

function hasRows({ nodes }: CallTree): boolean {
  return nodes.some(({ place, count }) => place >= 0 && count > 0);
}

async function loadPath(specFile: string, measurer: Measurer): Promise<HotPath> {
  const { sources, ...inspected } = await measurer.inspect(specFile);
  return { ...inspected, file: specFile, ...findSources(specFile, sources, inspected.loaded) };
}
