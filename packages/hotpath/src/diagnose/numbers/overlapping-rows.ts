import type { Rule } from '../rule.js';

/** What a row's number means where several executions are in progress at once. */
export const overlappingRows: Rule = ({ plan }, { concurrent }) => {
  if (!concurrent || plan.rows.length === 0) return null;
  return {
    id: 'overlapping-rows',
    severity: 'note',
    message: 'executions of rows overlap in time, so a row counts only the time in which it was running',
    evidence: { rows: plan.rows.length },
    advice:
      'The column Waiting shows how long the executions of a row were suspended, all of them together; this is not part of the row.',
  };
};
