import type { LedgerRow } from '../../model/report/ledger.js';
import type { Rule } from '../rule.js';
import { routesText } from './routes-text.js';

/** The probe changes the code around it in some places; the other routes show it, and the row leans on them. */
export const probeAtOdds: Rule = (_, { rows }) => {
  const changed = rows.filter(({ routes }) => routes.atOdds === 'spans');
  if (changed.length === 0) return null;
  return {
    id: 'probe-at-odds',
    severity: 'warning',
    message: `the probe changes what it measures at ${changed.map(placeAndRoutes).join('; ')}`,
    evidence: { rows: changed.map(({ id }) => id) },
    advice: 'These rows lean on their other routes, and their intervals are wider.',
  };
};

function placeAndRoutes(row: LedgerRow): string {
  const place = row.place ? ` at line ${row.place.line}` : '';
  return `${row.id}${place} (${routesText(row.routes)})`;
}
