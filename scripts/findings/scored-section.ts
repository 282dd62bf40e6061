import type { Scored } from '../changes/score-changes.js';
import { markdownTable } from './markdown-table.js';
import { counted, timeWithError } from './words.js';

/** Recommendations that were carried out, each next to its projection. */
export function scoredSection(scored: readonly Scored[] | null): string {
  if (scored === null)
    return 'No recommendation was carried out: the measurements used up the time budget. Allow more time with `--budget`, or use a calmer machine.';
  const lines = scored.map(({ change, score }) => [
    change,
    score.scenario === 'removed' ? `without ${score.row}` : `${score.row} ${score.scenario}`,
    timeWithError(score.projected),
    timeWithError(score.measured),
    score.confidence,
    words[score.outcome],
  ]);
  const table = markdownTable(
    ['Change', 'Projection', 'Projected gain', 'Measured gain', 'Confidence', 'Outcome'],
    lines,
  );
  return `${outcomes(scored)}\n\n${about}\n\n${table}`;
}

const words = { hit: 'right', miss: 'wrong', unsure: 'undecided' } as const;

const about = [
  'Each change was made on a copy of fapilog and measured in the same forks as the original.',
  'A real change puts other code into the place of the row.',
  'A projection without the row leaves out what that code takes; a projection with replacement code includes it.',
].join(' ');

function outcomes(scored: readonly Scored[]): string {
  const count = (outcome: Scored['score']['outcome']): number =>
    scored.filter(({ score }) => score.outcome === outcome).length;
  const unsure = count('unsure');
  const open =
    unsure === 0
      ? ''
      : ` ${counted(unsure, 'projection is', 'projections are')} undecided: the interval of the measured gain is too wide.`;
  return `Of ${counted(scored.length, 'projection', 'projections')}, ${count('hit')} ${count('hit') === 1 ? 'is' : 'are'} right (within 10% of the measured gain, or within both intervals) and ${count('miss')} ${count('miss') === 1 ? 'is' : 'are'} wrong.${open}`;
}
