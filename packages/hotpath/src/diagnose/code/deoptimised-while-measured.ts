import type { Rule } from '../rule.js';

/** A place counts if it was deoptimised in more than this share of the logged forks: once in a single fork is chance. */
const common = 1 / 4;

/** V8 discarded optimised code in the middle of a measurement: the path is not at rest. */
export const deoptimisedWhileMeasured: Rule = ({ forks }) => {
  const seen = new Map<string, number>();
  for (const { compilation } of forks) {
    const own = (compilation?.deoptimisations ?? []).filter(({ whileMeasured }) => whileMeasured);
    for (const key of new Set(own.map(({ at, inlinedAt, reason }) => describe(at, inlinedAt, reason))))
      seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const logged = forks.filter(({ compilation }) => compilation !== null).length;
  const places = [...seen].filter(([, count]) => count > common * logged);
  if (places.length === 0) return null;
  return {
    id: 'deoptimised-while-measured',
    severity: 'warning',
    message: `V8 discarded optimised code during the measurement: ${places.map(([key, count]) => `${key} (${count} of ${logged} forks)`).join('; ')}`,
    evidence: { places: places.map(([key]) => key) },
    advice:
      'Code that is discarded again and again is a cost of the path. Code that is discarded once means that the warm-up was too short.',
  };
};

function describe(at: string, inlinedAt: string | null, reason: string): string {
  return `${reason} at ${at}${inlinedAt === null ? '' : `, inlined at ${inlinedAt}`}`;
}
