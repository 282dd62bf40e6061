import type { Finding } from '../../model/report/finding.js';
import type { Ledger } from '../../model/report/ledger.js';

/** Rows whose number could not be true. */
export function refusedRows(_: unknown, { refused }: Pick<Ledger, 'refused'>): Finding | null {
  if (refused.length === 0) return null;
  const all = refused.map(({ id, why }) => `${id} (${why})`).join(', ');
  return {
    id: 'refused-rows',
    severity: 'warning',
    message: `not in the table, because the number cannot be true: ${all}`,
    evidence: { rows: refused.map(({ id }) => id) },
    advice:
      'The probed copies of the path did not run what the path runs: code may be shared between them, or run only sometimes. Their time is in the row around them.',
  };
}
