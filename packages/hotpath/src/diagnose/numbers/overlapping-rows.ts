import type { Rule } from '../diagnose.js';

/** What a row's number means where several executions are under way at once. */
export const overlappingRows: Rule = ({ plan }, { concurrent }) => {
  if (!concurrent || plan.rows.length === 0) return null;
  return {
    id: 'overlapping-rows',
    severity: 'note',
    message: 'executions of rows overlap in time, so a row has the time in which it ran itself',
    evidence: { rows: plan.rows.length },
    advice:
      'How long executions were suspended, all of them together, stands under Waiting and is no part of the rows.',
  };
};
