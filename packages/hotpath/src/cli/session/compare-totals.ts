import type { Saving } from '../../model/report/score.js';
import { comparisonPolicies } from '../../plan/policy.js';
import { comparePaths } from '../../sessions/compare-paths.js';
import type { Output } from '../output.js';
import { type SessionSettings, withSession } from './session.js';

/** Measures a path and changed versions of it beside each other, without their rows; as much as comparisons do where `settings` say no other. */
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
