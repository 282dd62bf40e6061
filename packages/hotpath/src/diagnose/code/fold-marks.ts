import type { Plan } from '../../model/measurement/plan.js';
import type { Finding } from '../../model/report/finding.js';

/** So many marks are named. */
const most = 10;

/** Marks in the sources that make no row: the reader may look for one. */
export function foldMarks({ plan }: { readonly plan: Pick<Plan, 'foldMarks'> }): Finding | null {
  const marks = plan.foldMarks ?? [];
  if (marks.length === 0) return null;
  const named = marks.map(({ file, line, why }) => `${file}:${line} (${why})`);
  const more = marks.length > most ? ` and ${marks.length - most} more` : '';
  return {
    id: 'fold-marks',
    severity: 'note',
    message: `marks that only fold text and make no row: ${named.slice(0, most).join(', ')}${more}`,
    evidence: { marks: named },
    advice:
      'A row is a pair `// #region NAME` … `// #endregion` between statements of one block, with a name of its own there.',
  };
}
