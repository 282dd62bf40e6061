import type { Plan } from '../../model/measurement/plan.js';
import type { Forks } from '../forks.js';
import type { CountedOperations } from '../task-results.js';
import { wholeVariant } from '../variant-jobs.js';

/** Executions are counted for at least this time. */
const budgetMs = 200;

/** Counts executions in batches of the untouched path. */
export function countCalls(
  forks: Forks,
  { path, async }: Plan,
  operations: number,
): Promise<CountedOperations> {
  return forks.run({
    task: 'count',
    ...forks.baseOf(path.file),
    variants: [wholeVariant('base')],
    async,
    operations,
    budgetMs,
  });
}
