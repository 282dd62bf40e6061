import type { Measurement } from '../../model/measurement/measurement.js';

/** What a cost study found and the machine it was measured on; times are in ns. */
export function costsJson(
  name: 'copies' | 'errors',
  measured: readonly Measurement[],
  found: object,
): string {
  const { environment, plan: { policy, seed } = {} } = measured[0] ?? {};
  return `${JSON.stringify({ schema: `hotpath/${name}@1`, unit: 'ns', environment, policy, seed, ...found }, null, 2)}\n`;
}
