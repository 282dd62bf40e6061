import type { Rule } from '../diagnose.js';

/** Two routes to one number that differ by more than their doubts: one of them measures something else. */
export const routesDisagree: Rule = (_, { rows }) => {
  const apart = rows.filter(({ routes }) => routes.discord !== null && routes.discord > discordant);
  if (apart.length === 0) return null;
  const named = apart.map(
    ({ id, routes }) =>
      `${id} (spans ${routes.spans?.corrected.mean.toFixed(0)} ns, marginal ${routes.marginal?.corrected.mean.toFixed(0)} ns)`,
  );
  return {
    id: 'routes-disagree',
    severity: 'warning',
    message: `two routes disagree on ${named.join(', ')}`,
    evidence: { rows: apart.map(({ id }) => id) },
    advice:
      'A row that is cheaper in a loop reuses something (a cache, a value that is made once); one that is dearer runs into a limit. Read its spans as the cost in place.',
  };
};

/** Standard deviations of the routes' distance. */
const discordant = 2.5;
