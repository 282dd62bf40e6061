import { routesDisagree as disagree } from '../../model/report/discord.js';
import type { Rule } from '../rule.js';
import { routesText } from './routes-text.js';

/** Routes to one number differ by more than their doubts allow: one of them measures something else, and none can be singled out. */
export const routesDisagree: Rule = (_, { rows }) => {
  const apart = rows.filter(({ routes }) => disagree(routes.discord) && routes.atOdds !== 'spans');
  if (apart.length === 0) return null;
  return {
    id: 'routes-disagree',
    severity: 'warning',
    message: `routes disagree on ${apart.map(({ id, routes }) => `${id} (${routesText(routes)})`).join('; ')}`,
    evidence: { rows: apart.map(({ id }) => id) },
    advice:
      'A row that is cheaper in a loop reuses something (a cache, a value that is made once); one that is more expensive in a loop hits a limit. Read the spans as the cost in place.',
  };
};
