import type { Scored } from '../changes/score-changes.js';
import { markdownTable } from './markdown-table.js';
import { timeWithError } from './words.js';

/** Recommendations that were carried out, each beside its projection. */
export function scoredSection(scored: readonly Scored[]): string {
  const hits = scored.filter(({ score }) => score.outcome === 'hit').length;
  const lines = scored.map(({ change, score }) => [
    change,
    `without ${score.row}`,
    timeWithError(score.projected),
    timeWithError(score.measured),
    score.confidence,
    score.outcome,
  ]);
  const table = markdownTable(
    ['Change', 'Projected from', 'Projected', 'It brought', 'Confidence', 'Outcome'],
    lines,
  );
  const said = `${hits} of ${scored.length} projections were right, to a tenth or within both intervals. A change does something in the row's stead, which its projection leaves out; they were measured by turns with the call as it is.`;
  return `${said}\n\n${table}`;
}
