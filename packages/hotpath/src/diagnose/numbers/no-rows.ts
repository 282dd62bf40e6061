import type { ChosenRows } from '../../model/path/chosen-rows.js';
import type { Rule } from '../rule.js';

/** Without rows only the whole is known. */
export const noRows: Rule = ({ plan }) => {
  if (plan.rows.length > 0) return null;
  const choosing = chosenText(plan.chosen);
  return {
    id: 'no-rows',
    severity: 'warning',
    message: `no region and no function of the specification ran${choosing}, so only the whole is known`,
    evidence: { sources: plan.path.sources, functions: plan.path.functions },
    advice: 'Mark parts of the path with `// #region NAME` … `// #endregion`, or name `functions`.',
  };
};

function chosenText(chosen: ChosenRows | undefined): string {
  if (!chosen) return '';
  return chosen.refused === undefined
    ? ', and hotpath found none to choose'
    : `, and the path does not run with those that hotpath chose (${chosen.refused})`;
}
