import type { Plan } from '../../model/measurement/plan.js';
import type { ChosenRows } from '../../model/path/chosen-rows.js';
import type { Ledger } from '../../model/report/ledger.js';
import { percent } from '../../model/text/percent.js';
import type { Rule } from '../rule.js';

/** A smaller share of the samples is not worth a sentence. */
const seen = 0.02;

/** A row that keeps more than this share of the path for itself needs a reason. */
const large = 0.25;

/** Rows that hotpath chose, and why the large ones are not divided. */
export const chosenRows: Rule = ({ plan }, ledger) => {
  const { chosen, rows } = plan;
  if (!chosen || rows.length === 0) return null;
  const { functions, samples } = chosen;
  const undivided = largeRows(plan, ledger);
  return {
    id: 'chosen-rows',
    severity: 'note',
    message: [
      `hotpath chose the rows, by ${samples} samples in ${functions} functions, because the path names none that runs`,
      ...unreachable(chosen),
      ...undivided,
    ].join('. '),
    evidence: { samples, functions, withoutFile: chosen.withoutFile, undivided },
    advice:
      'Mark parts of the path with `// #region NAME` … `// #endregion`, or name `functions`, for rows of your own.',
  };
};

/** Node's own code, where a callback or a promise runs it without a file of the path. */
function unreachable({ withoutFile }: ChosenRows): string[] {
  return withoutFile > seen
    ? [
        `In ${percent(withoutFile)} of the samples Node's own code ran without a file of the path, where no row can be`,
      ]
    : [];
}

/** Rows that keep much for themselves, and why. */
function largeRows(plan: Plan, ledger: Ledger): string[] {
  const undivided = plan.chosen?.undivided ?? [];
  const from = plan.places.length - undivided.length;
  const shares = new Map(ledger.rows.map(({ id, share }) => [id, share]));
  return plan.rows.flatMap(({ id, place }) => {
    const share = shares.get(id) ?? 0;
    const why = undivided[place - from];
    return share > large && why !== undefined ? [`${id} keeps ${percent(share)} for itself: ${why}`] : [];
  });
}
