import type { Finding } from '../../model/report/finding.js';
import type { RefusedRow } from '../../model/report/ledger.js';

/** Declared floors that the table does not show. */
export function refusedFloors(refused: readonly RefusedRow[]): Finding | null {
  if (refused.length === 0) return null;
  const all = refused.map(({ id, why }) => `${id} (${why})`).join(', ');
  return {
    id: 'refused-floors',
    severity: 'warning',
    message: `floors without a number: ${all}`,
    evidence: { floors: refused.map(({ id }) => id) },
    advice: 'A floor needs work that takes time, and the one of a row needs the name of a row that runs.',
  };
}
