import type { Rule } from '../diagnose.js';

/** Optimised code that is thrown away in the middle of a measurement: the path is not in a steady state. */
export const deoptimisedWhileMeasured: Rule = ({ forks }) => {
  const seen = new Map<string, number>();
  for (const { compilation } of forks) {
    const own = (compilation?.deoptimisations ?? []).filter(({ whileMeasured }) => whileMeasured);
    for (const key of new Set(own.map(({ at, inlinedAt, reason }) => describe(at, inlinedAt, reason))))
      seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  // Once in one process is chance; what most processes meet belongs to the path.
  const logged = forks.filter(({ compilation }) => compilation !== null).length;
  const common = [...seen].filter(([, many]) => many > logged / 4);
  if (common.length === 0) return null;
  return {
    id: 'deoptimised-while-measured',
    severity: 'warning',
    message: `V8 threw optimised code away while it was measured: ${common.map(([key, many]) => `${key} (${many} of ${logged} processes)`).join('; ')}`,
    evidence: { places: common.map(([key]) => key) },
    advice:
      'Code that is thrown away again and again is a cost of the path; code that is thrown away once is a warm-up too short.',
  };
};

function describe(at: string, inlinedAt: string | null, reason: string): string {
  return `${reason} at ${at}${inlinedAt === null ? '' : `, inlined at ${inlinedAt}`}`;
}
