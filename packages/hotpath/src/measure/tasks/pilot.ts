import type { Pilot } from '../../model/measurement/pilot.js';
import type { CallTree } from '../../model/path/call-tree.js';
import type { HotPath } from '../../model/path/path.js';
import { waitsInTrace } from '../../model/path/waits-in-trace.js';
import type { Forks } from '../forks.js';
import { wholeVariant } from '../variant-jobs.js';
import { runLogged } from './run-logged.js';

/** Shortest time for each of the two copies of the path. */
const budgetMs = 400;

/** Runs the untouched path from its first operation on, while V8 logs what it compiles. */
export async function pilot(forks: Forks, path: HotPath, tree: CallTree): Promise<Pilot> {
  const { result, compilation } = await runLogged(forks, path, {
    task: 'pilot',
    ...forks.baseOf(path.file),
    variants: [wholeVariant('first'), wholeVariant('second')],
    async: tree.async,
    waits: waitsInTrace(tree),
    budgetMs,
  });
  return { ...result, compiledAtMs: compilation?.pathEventsMs ?? null };
}
