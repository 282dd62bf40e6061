import type { CallTree } from '../../model/path/call-tree.js';
import type { HotPath } from '../../model/path/path.js';
import type { RowPlace } from '../../model/path/row.js';
import type { Forks } from '../forks.js';
import { tracedVariant } from '../variant-jobs.js';

/** A trace ends after this many operations, or this time. */
const operations = 4096;
const budgetMs = 400;

/** Runs a path with every place probed, to see how they nest. */
export function trace(forks: Forks, path: HotPath, places: readonly RowPlace[]): Promise<CallTree> {
  return forks.run({
    task: 'trace',
    ...forks.baseOf(path.file),
    variants: [tracedVariant(path, places)],
    operations,
    budgetMs,
  });
}
