import type { Rule } from '../rule.js';

/** No code takes less than no time: a row below zero beyond its interval has a parent or a child row that is wrong. */
export const negativeRows: Rule = (_, { rows }) => {
  const impossible = rows.filter(({ high }) => high < 0);
  if (impossible.length === 0) return null;
  const named = impossible.map(({ id, mean }) => `${id} (${mean.toFixed(0)} ns)`);
  return {
    id: 'negative-rows',
    severity: 'warning',
    message: `below zero, beyond its interval: the own time of ${named.join(', ')}`,
    evidence: { rows: impossible.map(({ id }) => id) },
    advice: 'This row or one of its child rows is wrong by that much. Compare their routes with --routes.',
  };
};
