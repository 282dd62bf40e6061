import type { Pilot } from '../../model/measurement/pilot.js';
import type { CallTree } from '../../model/path/call-tree.js';
import type { HotPath } from '../../model/path/path.js';
import { waitsInTrace } from '../../model/path/waits-in-trace.js';
import { SecondCopyError } from '../fork-result.js';
import type { Forks } from '../forks.js';
import type { PilotJob } from '../job.js';
import { wholeVariant } from '../variant-jobs.js';
import { runLogged } from './run-logged.js';

/** Shortest time for each copy of the path. */
const budgetMs = 400;

/**
 * Runs the untouched path from its first operation on, while V8 logs what it compiles. A path that allows no second copy runs
 * without another one before it: sampling it needs no more.
 */
export async function pilot(forks: Forks, path: HotPath, tree: CallTree): Promise<Pilot> {
  const [first, second] = [wholeVariant('first'), wholeVariant('second')];
  try {
    return await pilotOf([first, second], forks, path, tree);
  } catch (problem) {
    if (!(problem instanceof SecondCopyError)) throw problem;
    return pilotOf([first], forks, path, tree);
  }
}

async function pilotOf(
  variants: PilotJob['variants'],
  forks: Forks,
  path: HotPath,
  tree: CallTree,
): Promise<Pilot> {
  const { result, compilation } = await runLogged(forks, path, {
    task: 'pilot',
    ...forks.baseOf(path.file),
    variants,
    async: tree.async,
    waits: waitsInTrace(tree),
    budgetMs,
  });
  return { ...result, compiledAtMs: compilation?.pathEventsMs ?? null };
}
