import type { Saving } from '../../model/report/score.js';
import { comparisonPolicies } from '../../plan/effort/policy.js';
import { comparePaths } from '../../sessions/compare-paths.js';
import type { Output } from '../output.js';
import { type SessionSettings, withSession } from './session.js';

/** Measures a path and changed versions of it in the same forks, without rows. `settings.efforts` defaults to that of comparisons. */
export function compareTotals(
  before: string,
  changed: readonly string[],
  settings: SessionSettings,
  output: Output,
): Promise<Saving[]> {
  return withSession(
    before,
    { ...settings, efforts: settings.efforts ?? comparisonPolicies },
    output,
    (session) => comparePaths(before, changed, session),
  );
}
