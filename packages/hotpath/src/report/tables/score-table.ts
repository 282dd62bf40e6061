import type { Estimate } from '../../model/report/estimate.js';
import type { Score } from '../../model/report/score.js';
import { scenarioText } from '../text/scenario-text.js';
import { inUnit, timeUnit } from '../text/units.js';
import { boxTable } from './layout/box-table.js';

/** All scores, the newest last, and how often projections of each confidence were right. */
export function scoreTable(scores: readonly Score[], width: number): string {
  const largest = Math.max(...scores.map(({ projected }) => Math.abs(projected.mean)));
  const unit = timeUnit(largest);
  const gain = ({ mean, low, high }: Estimate): string =>
    `${inUnit(mean, unit)} ±${inUnit((high - low) / 2, unit)}`;
  const lines = scores.map((score) => [
    `${score.projection} ${score.path}, ${score.row} ${scenarioText(score.scenario)}`,
    gain(score.projected),
    gain(score.measured),
    score.confidence,
    score.outcome,
  ]);
  const table = boxTable(
    [
      { title: 'Projection', align: 'left' },
      { title: `Projected (${unit.name})`, align: 'right' },
      { title: 'Measured', align: 'right' },
      { title: 'Trust', align: 'left' },
      { title: 'Outcome', align: 'left' },
    ],
    [lines],
    width,
  );
  return `${table}\n${record(scores)}\n`;
}

function record(scores: readonly Score[]): string {
  const levels = ['high', 'medium', 'low'] as const;
  return levels
    .flatMap((level) => {
      const own = scores.filter(({ confidence, outcome }) => confidence === level && outcome !== 'unsure');
      const hits = own.filter(({ outcome }) => outcome === 'hit').length;
      return own.length === 0 ? [] : [`${level}: ${hits} of ${own.length} right`];
    })
    .join('; ');
}
