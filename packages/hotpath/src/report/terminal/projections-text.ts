import type { Projections } from '../../model/report/projection.js';
import type { StoredProjection } from '../../model/report/score.js';
import { projectionTable, replacementTable } from '../tables/projection-table.js';
import { weightText } from '../text/weight-text.js';
import { wrap } from '../text/wrap.js';

/** What `hotpath what-if` prints. `store` names the file that keeps the projections. Ends with a line break. */
export function projectionsText(
  found: Projections & { readonly name: string },
  stored: readonly StoredProjection[],
  store: string,
  width: number,
): string {
  const explained = stored.filter(
    ({ scenario }) => scenario === 'removed' || scenario.startsWith('replaced by'),
  );
  const parts = [
    `${found.name}: ${weightText(found.total.mean, 'nanoseconds')} an operation; what each change would save`,
    projectionTable(found, width),
    replacementTable(found, width),
    ...explained.map(({ id, row, scenario, reason }) => `${id} ${row} ${scenario}: ${reason}`),
    ...found.refused.map(({ row, why }) => `cannot be removed: ${row}: ${why}`),
    `${stored.length} projections are kept in ${store}; \`hotpath score\` compares them with what a change brings.`,
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => `${part.includes('\n') ? part : wrap(part, width, '  ')}\n`)
    .join('');
}
