import { UserError } from '../../errors.js';
import type { Measurer } from '../../measure/measurer.js';
import type { CallTree } from '../../model/path/call-tree.js';
import type { HotPath } from '../../model/path/path.js';
import { waitsInTrace } from '../../model/path/waits-in-trace.js';
import { warmUpGoal } from '../../plan/effort/warm-up-goal.js';
import type { FoundPath } from '../../plan/forks/found-path.js';
import { findRows } from '../../spec/find-rows.js';
import { findSources } from '../../spec/find-sources.js';
import { clearNames } from '../rows/clear-names.js';
import type { Chosen, WantedRows } from '../rows/find-places.js';

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
  return withChosen(found, await choosePlaces(found), measurer);
}

/** A path that runs as it is, and not with the places that hotpath chose, is measured without them. */
async function withChosen(
  found: FoundPath,
  { places: own, chosen }: Chosen,
  measurer: Measurer,
): Promise<FoundPath> {
  const places = [...found.places, ...own];
  try {
    return { ...found, places, chosen, tree: await measurer.trace(found.path, places) };
  } catch (problem) {
    if (!(problem instanceof UserError)) throw problem;
    return { ...found, chosen: { ...chosen, undivided: [], made: [], refused: problem.message } };
  }
}

function hasRows({ nodes }: CallTree): boolean {
  return nodes.some(({ place, count }) => place >= 0 && count > 0);
}

async function loadPath(specFile: string, measurer: Measurer): Promise<HotPath> {
  const { sources, ...inspected } = await measurer.inspect(specFile);
  return { ...inspected, file: specFile, ...findSources(specFile, sources, inspected.loaded) };
}
