import type { Scored } from '../changes/score-changes.js';
import { markdownTable } from './markdown-table.js';
import { timeWithError } from './words.js';

/** Recommendations that were carried out, each beside its projection. */
export function scoredSection(scored: readonly Scored[] | null): string {
  if (scored === null)
    return 'None: measuring took all the time that there was. Give more (`--budget`), or quiet the machine.';
  const count = (outcome: Scored['score']['outcome']): number =>
    scored.filter(({ score }) => score.outcome === outcome).length;
  const unsure = count('unsure');
  const open = unsure === 0 ? '' : ` ${unsure} could not be decided: the change was measured too widely.`;
  const lines = scored.map(({ change, score }) => [
    change,
    score.scenario === 'removed' ? `without ${score.row}` : `${score.row} ${score.scenario}`,
    timeWithError(score.projected),
    timeWithError(score.measured),
    score.confidence,
    score.outcome,
  ]);
  const table = markdownTable(
    ['Change', 'Projected from', 'Projected', 'It brought', 'Confidence', 'Outcome'],
    lines,
  );
  const said = `${count('hit')} of ${scored.length} projections were right, to a tenth or within both intervals, and ${count('miss')} wrong.${open} A change does something in the row's stead: a projection without the row leaves that out, one with other code in its place does not. Changes were measured beside the call as it is, in the same processes.`;
  return `${said}\n\n${table}`;
}
