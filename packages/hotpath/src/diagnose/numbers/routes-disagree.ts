import { routesDisagree as disagree } from '../../model/report/discord.js';
import type { LedgerRow } from '../../model/report/ledger.js';
import type { Rule } from '../rule.js';

/** Two routes to one number differ by more than their doubts allow: one of them measures something else. */
export const routesDisagree: Rule = (_, { rows }) => {
  const apart = rows.filter(({ routes }) => disagree(routes.discord));
  if (apart.length === 0) return null;
  return {
    id: 'routes-disagree',
    severity: 'warning',
    message: `two routes disagree on ${apart.map(bothRoutes).join(', ')}`,
    evidence: { rows: apart.map(({ id }) => id) },
    advice:
      'A row that is cheaper in a loop reuses something (a cache, a value that is made once); one that is more expensive in a loop hits a limit. Read the spans as the cost in place.',
  };
};

function bothRoutes({ id, routes: { spans, marginal } }: LedgerRow): string {
  return `${id} (spans ${spans?.corrected.mean.toFixed(0)} ns, marginal ${marginal?.corrected.mean.toFixed(0)} ns)`;
}
