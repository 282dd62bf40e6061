import type { Routes } from '../../model/report/ledger.js';

/** How texts call the routes. */
export const routeNames = {
  spans: 'inside',
  outside: 'outside',
  marginal: 'marginal',
  sampled: 'sampled',
} as const;

/** What each route that counts says of a row: "inside 261 ns, outside 201 ns". */
export function routesText(routes: Routes): string {
  return (Object.keys(routeNames) as (keyof typeof routeNames)[])
    .flatMap((name) => {
      const route = routes[name];
      return route && route.weight > 0 ? [`${routeNames[name]} ${route.corrected.mean.toFixed(0)} ns`] : [];
    })
    .join(', ');
}
