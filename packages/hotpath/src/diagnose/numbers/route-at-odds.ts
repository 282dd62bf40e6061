import type { LedgerRow, Routes } from '../../model/report/ledger.js';
import type { Rule } from '../rule.js';
import { routeNames, routesText } from './routes-text.js';

/** How far, as a share of the total, a route that is not counted has to be off to be named. */
const material = 0.03;

const advice = {
  outside: 'The probe makes the rest of the path slower or faster there. The row does not rest on it.',
  marginal:
    'A row that is cheaper in a loop reuses something (a cache, a value that is made once). Where a row was left out, the code after it may have run in another way. The row does not rest on it.',
  sampled:
    'V8 sometimes loses the frames of a function, and without inlining the path is another one. Read flame graphs and line profiles of these rows with care.',
};

/** A route that at least two others contradict, and that is off by much. */
export const routeAtOdds: Rule = (_, { rows, total }) => {
  const odd = rows.flatMap((row) => {
    const route = oddRoute(row.routes);
    const off = route === null ? 0 : (row.routes[route]?.corrected.mean ?? 0) - row.inclusive.mean;
    return route !== null && Math.abs(off) > material * total.mean ? [{ row, route }] : [];
  });
  if (odd.length === 0) return null;
  const routes = [...new Set(odd.map(({ route }) => route))];
  return {
    id: 'route-at-odds',
    severity: 'note',
    message: `not counted, because the other routes contradict it: ${odd.map(text).join('; ')}`,
    evidence: { rows: odd.map(({ row }) => row.id), routes: odd.map(({ route }) => route) },
    advice: routes.map((route) => advice[route]).join(' '),
  };
};

function oddRoute({ atOdds }: Routes): keyof typeof advice | null {
  return atOdds === 'spans' ? null : atOdds;
}

function text({ row, route }: { row: LedgerRow; route: keyof typeof advice }): string {
  return `${routeNames[route]} of ${row.id} (${routesText(row.routes)})`;
}
